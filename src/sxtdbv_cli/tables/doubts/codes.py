"""The codes of the rules that tell the doubts."""

NO_FIGURE, UNIT, NESTING, COLUMN_RULE, LINE_RULE, LEFT_OUT, CONVERTED, HEADER = (
    "SX511", "SX512", "SX513", "SX514", "SX515", "SX516", "SX517", "SX518",
)  # fmt: skip
