"""The lines of a plan file, their amounts, and the rules they state."""

from collections.abc import Sequence

from sxtdbv_cli.files.faults import unknown_key
from sxtdbv_cli.files.why import AMOUNT_FAULTS, Why
from sxtdbv_cli.files.yaml.pieces import Pieces
from sxtdbv_cli.files.yaml.source import Figures, Map, Node, Seq
from sxtdbv_cli.model.finding import Unreadable
from sxtdbv_cli.model.formula import BadFormula, LineNames
from sxtdbv_cli.model.plan import NOWHERE, Amount, Column, LineRule, Lines, Role
from sxtdbv_cli.text.language import Text
from sxtdbv_cli.text.numbers import BadAmount, decimals_written, grouped_amount, read_amount

KEYS = ("code", "title", "schedule", "note", "role", "equals", "amounts", "lines")

_KNOWN = frozenset(KEYS)
_ROLES = {role.value: role for role in Role}
_A_RULE = Text(
    "một phép cộng trừ các mã đã có, ví dụ A + B - C; mã đứng ở nhiều dòng thì ghi cả đường dẫn, ví dụ I/a",
    "a sum of codes that exist, such as A + B - C; by its path, such as I/a, where a code stands more than once",
)
_A_ROLE = Text("một trong: " + ", ".join(_ROLES), "one of: " + ", ".join(_ROLES))
_TEXT = {str, type(None)}
_OR = Text(" hoặc ", " or ")


class LineReader:
    """Reads lines into columns of equal length. ``nodes`` are their groups in the tree, in the same order."""

    def __init__(self, pieces: Pieces, columns: Sequence[Column], scale: int) -> None:
        self.pieces = pieces
        self.position = {column.key: index for index, column in enumerate(columns)}
        self.scale = scale
        self.step = 10**scale
        self.layouts: dict[tuple[str, ...], list[int]] = {}
        self.decimals = 0
        self.nodes: list[Map] = []

    def read(self, top: Seq) -> Lines:
        """Every line below a list, parents before children."""
        parents: list[int] = []
        rows: list[Sequence[Amount]] = []
        # A list, the position in it, and the line it is below: what was put in last is read next.
        waiting = [(top, index, NOWHERE) for index in reversed(range(len(top)))]
        while waiting:
            siblings, index, parent = waiting.pop()
            node = siblings[index]
            if not isinstance(node, Map):
                self.pieces.group(siblings, index, needed=True)
                continue
            if "title" not in node:
                self.pieces.missing(siblings, index, "title")
            if not node.keys() <= _KNOWN:
                self.pieces.keys(node, KEYS)
            parents.append(parent)
            rows.append(self.row(node, "amounts"))
            self.nodes.append(node)
            if "lines" in node:
                children = self.pieces.list(node, "lines")
                line = len(parents) - 1
                waiting += [(children, child, line) for child in reversed(range(len(children)))]
        return Lines(
            parents=tuple(parents),
            codes=self._texts("code"),
            titles=tuple([title or "" for title in self._texts("title")]),
            schedules=self._texts("schedule"),
            notes=self._texts("note"),
            roles=self._roles(),
            equals=self._texts("equals"),
            amounts=tuple(zip(*rows, strict=True)) or ((),) * len(self.position),
        )

    def row(self, inside: Map, group: str) -> list[Amount]:
        """The amounts of a group, one for each column; blank where nothing is stated.

        Where the columns could not be read there are none, and the amounts are only looked at for what is wrong.
        """
        row: list[Amount] = [None] * len(self.position)
        if group not in inside:
            return row
        if isinstance(figures := inside[group], Figures):
            return self._figures(figures, row)
        position, whole = self.position, not self.scale
        amounts = self.pieces.group(inside, group)
        for key, text in amounts.items():
            column = position.get(key)
            if column is None and position:
                place = self.pieces.source.of_key(amounts, key)
                self.pieces.faults.append(unknown_key(place, key, tuple(position)))
            elif column is None:
                self.amount(amounts, key)
            elif whole and isinstance(text, str) and (amount := grouped_amount(text)) is not None:
                row[column] = amount  # as nearly always: the quick way
            elif text is not None:
                row[column] = self.amount(amounts, key)
        return row

    def _figures(self, figures: Figures, row: list[Amount]) -> list[Amount]:
        """The amounts of a group that was set aside, every one of which is an amount by its form.

        Raises:
            Unreadable: one is in no column, or two are in one; a group that was not set aside has the places for that.
        """
        pairs = figures.pairs()
        keys = tuple(pairs[::2])
        if (columns := self.layouts.get(keys)) is None:
            if len(set(keys) & self.position.keys()) < len(keys):
                raise Unreadable([])
            columns = self.layouts[keys] = [self.position[key] for key in keys]
        for column, text in zip(columns, pairs[1::2], strict=True):
            row[column] = int(text.replace(".", "")) * self.step
        return row

    def amount(self, inside: Map, key: str) -> Amount:
        """One amount; None where it is blank, or wrong and noted."""
        text = self.pieces.text(inside, key)
        if text is None:
            return None
        if self.scale and "," in text:
            self.decimals = max(self.decimals, decimals_written(text))
        try:
            return read_amount(text, self.scale)
        except BadAmount as bad:
            self._no_amount(inside, key, bad)
            return None

    def rules(self, lines: Lines) -> list[LineRule]:
        """The rules that lines state."""
        found: list[LineRule] = []
        names: LineNames | None = None
        for line, text in enumerate(lines.equals):
            if text is None:
                continue
            names = names or LineNames(lines.codes, lines.parents)
            try:
                found.append(names.rule(text, line))
            except BadFormula as bad:
                self.pieces.note(Why.WANT, self.nodes[line], "equals", text=bad.unknown or text, wanted=_A_RULE)
        return found

    def _texts(self, key: str) -> tuple[str | None, ...]:
        """One text of every line."""
        found: list[Node] = [node.get(key) for node in self.nodes]
        if not set(map(type, found)) <= _TEXT:
            return tuple([self.pieces.text(node, key) for node in self.nodes])
        return tuple(found)  # type: ignore[arg-type]

    def _roles(self) -> tuple[Role, ...]:
        value = self.pieces.value
        return tuple(
            [
                Role.PART if "role" not in node else value(node, "role", _ROLES.get, _A_ROLE) or Role.PART
                for node in self.nodes
            ]
        )

    def _no_amount(self, amounts: Map, key: str, bad: BadAmount) -> None:
        template = AMOUNT_FAULTS[bad.fault]
        reason = Text(
            template.vi.format(readings=_OR.vi.join(bad.readings)),
            template.en.format(readings=_OR.en.join(bad.readings)),
        )
        self.pieces.note(Why.AMOUNT, amounts, key, text=str(amounts[key]), reason=reason)
