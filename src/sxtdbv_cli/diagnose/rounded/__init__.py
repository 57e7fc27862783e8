"""Tables in nghìn, triệu or tỷ: sets of cells that bring all sums within rounding, and the values they may take."""
