"""The plan as frozen data, the sums it promises and what is found about it. No input or output here."""
