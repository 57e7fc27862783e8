"""The lines of a plan file, their amounts, and the rules they state."""

from collections.abc import Sequence

from sxtdbv_cli.files.faults import AMOUNT_FAULTS, Why, unknown_key
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.source import Map, Node, Seq
from sxtdbv_cli.model.plan import NOWHERE, Amount, Column, LineRule, Lines, Role
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import BadAmount, decimals_written, read_amount

KEYS = ("code", "title", "schedule", "note", "role", "equals", "amounts", "lines")

_KNOWN = frozenset(KEYS)
_ROLES = {role.value: role for role in Role}
_A_ROLE = Text("một trong: " + ", ".join(_ROLES), "one of: " + ", ".join(_ROLES))
_OR = Text(" hoặc ", " or ")


class LineReader:
    """Reads lines into columns of equal length. ``nodes`` are their groups in the tree, in the same order."""

    def __init__(self, pieces: Pieces, columns: Sequence[Column], scale: int) -> None:
        self.pieces = pieces
        self.position = {column.key: index for index, column in enumerate(columns)}
        self.scale = scale
        self.decimals = 0
        self.nodes: list[Map] = []

    def read(self, top: Seq) -> Lines:
        """Every line below a list, parents before children."""
        parents: list[int] = []
        codes: list[str | None] = []
        titles: list[str] = []
        schedules: list[str | None] = []
        notes: list[str | None] = []
        roles: list[Role] = []
        equals: list[str | None] = []
        rows: list[list[Amount]] = []
        text = self.pieces.text
        waiting: list[tuple[Node, int]] = [(node, NOWHERE) for node in reversed(top)]
        while waiting:
            node, parent = waiting.pop()
            if not isinstance(node, Map):
                self.pieces.group(node, needed=True)
                continue
            if not node.keys() <= _KNOWN:
                self.pieces.keys(node, KEYS)
            if "title" not in node:
                self.pieces.missing(node, "title")
            get = node.get
            line = len(parents)
            self.nodes.append(node)
            parents.append(parent)
            codes.append(text(get("code")))
            titles.append(text(get("title")) or "")
            schedules.append(text(get("schedule")))
            notes.append(text(get("note")))
            roles.append(self._role(node))
            equals.append(text(get("equals")))
            rows.append(self.row(get("amounts")))
            if "lines" in node:
                waiting += [(child, line) for child in reversed(self.pieces.list(node["lines"]))]
        return Lines(
            parents=tuple(parents),
            codes=tuple(codes),
            titles=tuple(titles),
            schedules=tuple(schedules),
            notes=tuple(notes),
            roles=tuple(roles),
            equals=tuple(equals),
            amounts=tuple(zip(*rows, strict=True)) or ((),) * len(self.position),
        )

    def row(self, node: Node | None) -> list[Amount]:
        """The amounts of a group, one for each column; blank where nothing is stated."""
        row: list[Amount] = [None] * len(self.position)
        if node is None:
            return row
        position, scale = self.position, self.scale
        for key, value in self.pieces.group(node).items():
            column = position.get(key)
            if column is None:
                place = self.pieces.source.of_key(key, value)
                self.pieces.faults.append(unknown_key(place, key, tuple(position)))
                continue
            if isinstance(value, tuple):
                text = value[0]
                if text is None:
                    continue
                try:
                    row[column] = read_amount(text, scale)
                except BadAmount as bad:
                    self._no_amount(value, text, bad)
                if scale and "," in text:
                    self.decimals = max(self.decimals, decimals_written(text))
            else:
                self.pieces.text(value)
        return row

    def rules(self, lines: Lines) -> list[LineRule]:
        """The rules that lines state, by the codes of their siblings first, then of any line."""
        found = []
        for line, text in enumerate(lines.equals):
            if text is not None and (rule := self._rule(lines, line)):
                found.append(rule)
        return found

    def _rule(self, lines: Lines, line: int) -> LineRule | None:
        parent = lines.parents[line]
        coded = [other for other, code in enumerate(lines.codes) if code and other != line]
        coded.sort(key=lambda other: lines.parents[other] == parent)  # siblings last: they win
        by_code = {str(lines.codes[other]): other for other in coded}
        terms = self.pieces.formula(self.nodes[line]["equals"], by_code)
        if terms is None:
            return None
        plus, minus = ([by_code[name] for name in names] for names in terms)
        return LineRule(whole=line, plus=tuple(plus), minus=tuple(minus))

    def _role(self, node: Map) -> Role:
        if "role" not in node:
            return Role.PART
        return self.pieces.value(node["role"], _ROLES.get, _A_ROLE) or Role.PART

    def _no_amount(self, node: Node, text: str, bad: BadAmount) -> None:
        template = AMOUNT_FAULTS[bad.fault]
        reason = Text(
            template.vi.format(readings=_OR.vi.join(bad.readings)),
            template.en.format(readings=_OR.en.join(bad.readings)),
        )
        self.pieces.note(Why.AMOUNT, node, text=text, reason=reason)
