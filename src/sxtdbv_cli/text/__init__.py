"""Words and numbers: pairs of Vietnamese and English, amounts read and written exactly."""
