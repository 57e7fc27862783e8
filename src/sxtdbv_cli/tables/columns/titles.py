"""Which column holds the titles."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from sxtdbv_cli.model.sheet import Use
from sxtdbv_cli.tables.blocks.block import Block
from sxtdbv_cli.tables.columns.alone import heading_use
from sxtdbv_cli.tables.columns.content import sample
from sxtdbv_cli.tables.columns.taken import Taken, Why, first_of, is_taken
from sxtdbv_cli.tables.view import View
from sxtdbv_cli.tables.words.promises import may_promise_amounts
from sxtdbv_cli.tables.words.totals import is_total
from sxtdbv_cli.text.saying import Late

Pair = tuple[str, str]
_NUMBER = Late(r"[.-]*\d[\dxX.-]*").fullmatch
"""The number of an account, or of a class of them: *60xxx*."""
_NAMED = (Use.CODE, Use.TITLE)


def named_by_codes(found: list[Taken]) -> list[Taken]:
    """The same with titles in the one column headed so, though its cells are like codes (*A1*, *A2*), where another is
    headed as codes and has some."""
    headed = [index for index, taken in enumerate(found) if heading_use(taken.head) is Use.TITLE]
    coded = any(taken.use is Use.CODE and taken.why == Why.BY_HEADING for taken in found)
    if coded and len(headed) == 1 and found[headed[0]].use is Use.CODE:
        found[headed[0]] = found[headed[0]].now(Use.TITLE, Why.BY_HEADING)
    return found


def with_title(found: list[Taken]) -> list[Taken]:
    """The same, with a column of titles where no heading names one: the first of words, unless another tells lines
    apart twice as well, or what is headed as notes or times left of the amounts as well as words behind them; else
    words and figures right behind codes that are headed so (*500.000 đồng* below *Tiền giấy*); else those of codes,
    notes, times; else the first."""
    if is_taken(found, Use.TITLE):
        return found
    place = _worded(found, (Use.SKIP,))
    note = _worded(found[: first_of(found, Use.AMOUNT)], (Use.NOTE, Use.SCHEDULE))
    if place is not None and note is not None and is_taken(found[note:place], Use.AMOUNT):
        told, other = (found[index].content.distinct for index in (note, place))
        place = note if told >= other else place
    place = _yearly(found) if place is None else place
    place = _behind_codes(found) if place is None else place
    place = _coded_or_timed(found, place) if place is None or not found[place].head.parts else place
    if place is None:
        place = _numbered(found)
    elif found[place].content.distinct == 1 < found[place].content.words:  # one account, or one currency on every line
        apart = (look(found) for look in (_dated, _yearly, _numbered))
        place = next((one for one in apart if one is not None), place)
    if place is not None:
        found[place] = found[place].now(Use.TITLE, Why.BY_CONTENT)
    return found


def _coded_or_timed(found: Sequence[Taken], place: int | None) -> int | None:
    """The place of the times of the lines, where they tell them apart as well as codes, and better than notes do or
    the words at a place that no heading names; else that of these."""
    place = _worded(found, (Use.CODE, Use.NOTE)) if place is None else place
    timed = _worded(found, (Use.SCHEDULE,))
    timed = _dated(found) if timed is None else timed
    if place is None or timed is None:
        return timed if place is None else place
    ours, theirs = (found[index].content.different for index in (timed, place))
    return timed if ours > theirs - (found[place].use is Use.CODE) else place


def _worded(found: Sequence[Taken], wanted: Sequence[Use]) -> int | None:
    """The place of the column of words, of some uses, that tells the lines apart; words among amounts tell none."""
    told = {
        index: content.distinct
        for index, taken in enumerate(found)
        if taken.use in wanted and (content := taken.content).words >= max(1, content.figures) and not content.short
        if not (content.figures and content.large and may_promise_amounts(taken.head.text))
    }
    others = {index: many for index, many in told.items() if not _are_codes(found[index])}
    if any(many > 1 for many in others.values()):
        told = others  # unless they say the same on every line
    if not told:
        return None
    first, best = next(iter(told)), max(told, key=lambda index: told[index])
    return first if 2 * told[first] > told[best] else best


def _are_codes(taken: Taken) -> bool:
    """Whether the words of a column are codes, or letters that number the lines, each with its own."""
    content = taken.content
    return content.names_lines or (content.coded and content.distinct == content.words > 1)


def _behind_codes(found: Sequence[Taken]) -> int | None:
    """The place of words among figures, no two of them alike, right behind codes that are headed so."""
    code = first_of(found, Use.CODE)
    behind = code + 1 if code is not None and found[code].why == Why.BY_HEADING else len(found)
    for taken in found[behind : behind + 1]:
        content = taken.content
        if content.words and content.different == content.filled and taken.why in (Why.WORDS, Why.BY_CONTENT):
            return behind
    return None


def _numbered(found: Sequence[Taken]) -> int | None:
    """The place of the first column with a heading where nothing but that numbers the lines, names some of them, or
    dates them."""
    filled = [index for index, taken in enumerate(found) if taken.why != Why.NOTHING]
    named = (index for index in filled if found[index].why != Why.NO_HEADING)
    first = next(named, None)
    if first is None or found[first].use not in (Use.AMOUNT, Use.SCHEDULE, Use.SKIP, Use.CODE):
        return None
    content = found[first].content
    if found[first].use is Use.CODE:
        return first if content.words > 1 else None  # accounts, of which some go by a name
    dated = found[first].use is not Use.AMOUNT and content.filled > content.figures + content.words == 0
    return first if content.numbered or dated else None


def _yearly(found: Sequence[Taken]) -> int | None:
    """The place of the leftmost column where it has another year on every line, whether a heading says so or not."""
    first = next((index for index, taken in enumerate(found) if taken.why != Why.NOTHING), None)
    years = first is not None and found[first].content.years and found[first].content.numbered
    return first if years else None


def _dated(found: Sequence[Taken]) -> int | None:
    """The place of the first column that has a heading and nothing but days."""
    days = (
        index
        for index, taken in enumerate(found)
        if taken.use in (Use.SCHEDULE, Use.SKIP) and taken.head.parts and taken.why != Why.NOTHING
        if taken.content.filled > taken.content.figures + taken.content.words == 0
    )
    return next(days, None)


def with_first_title(found: list[Taken]) -> list[Taken]:
    """The same, with titles in the first words rather than behind amounts; or where these say more, or the total."""
    title = first_of(found, Use.TITLE) or 0
    worded = [index for index, taken in enumerate(found[:title]) if taken.why == Why.WORDS]
    first = next((index for index in worded if not _are_codes(found[index])), None)
    if first is None:
        return found
    ours, theirs = (found[index].content for index in (first, title))
    behind = is_taken(found[first:title], Use.AMOUNT)
    alone = not any(taken.use is Use.TITLE for taken in found[title + 1 :])
    told = (alone and ours.distinct > theirs.distinct) or (ours.names_total and not theirs.names_total)
    if ours.distinct >= theirs.distinct and ours.words >= theirs.words + (not behind and not told):
        found[title] = found[title].now(Use.NOTE, Why.SECOND)
        found[first] = found[first].now(Use.TITLE, Why.BY_CONTENT)
    return found


def stepped(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """Titles may stand in several columns side by side, a column for each level: no row fills two of them. Where rows
    do fill both, the titles are those that differ most."""
    title = first_of(found, Use.TITLE)
    if title is None:
        return found
    if _labels(view, block, found[title : title + 2]):
        found[title : title + 2] = [
            one.now(use, Why.BY_CONTENT) for one, use in zip(found[title:], _NAMED, strict=False)
        ]
        title += 1
    steps = [title]
    for index in range(title + 1, len(found)):
        taken = found[index]
        if (taken.use is Use.AMOUNT and taken.why == Why.BY_CONTENT) or taken.why in (Why.NAMING, Why.REPEATING):
            continue
        if taken.use is Use.CODE:
            continue  # of the next level
        alike = taken.why == Why.SECOND and taken.head.parts == found[title].head.parts
        titled = taken.why == Why.SECOND and taken.use is Use.NOTE  # a second column of codes has numbers of contracts
        if not alike and (
            taken.use not in (Use.SKIP, Use.NOTE) or taken.why not in (Why.SECOND, Why.WORDS, Why.NOTHING)
        ):
            break
        rows = pairs(view, block, [found[step].head.column for step in steps], taken.head.column)
        filled, others = sum(any(pair) for pair in rows), [other for _, other in rows if other]
        if taken.why != Why.NOTHING and filled and 10 * sum(all(pair) for pair in rows) <= filled:
            found[index] = taken.now(Use.TITLE, Why.STEPS)
            steps.append(index)
        elif (taken.why == Why.SECOND or not taken.head.parts) and not is_taken(found, Use.CODE) and numbers(rows):
            found[title] = found[title].now(Use.CODE, Why.BY_CONTENT)
            found[index] = taken.now(Use.TITLE, Why.BY_CONTENT)
            break
        elif titled and (groups(rows) or opens(rows)) and not all(other.isdecimal() for other in others):
            _move_title(found, title, index)
            title, steps = index, [index]
    return found


def _labels(view: View, block: Block, found: Sequence[Taken]) -> bool:
    """Whether the first of two columns headed as codes numbers what the second names, and has the words of the lines
    behind them (*STT*, *Tài khoản*: ``1``, ``1.234.567``; ``Chiết khấu``, blank)."""
    if len(found) < len(_NAMED) or found[1].use is not Use.CODE or heading_use(found[0].head) is not Use.CODE:
        return False
    rows = pairs(view, block, [found[0].head.column], found[1].head.column)
    numbered = [one for one, other in rows if one and other]
    return bool(numbered) and all(map(_NUMBER, numbered))


def stepped_before(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same with words of no known use left of the titles as those of higher levels, where no row fills two; or with
    the codes there, where nothing heads numbers beside the titles and the words between them head sections."""
    title = first_of(found, Use.TITLE) or 0
    for index in range(title - 1, -1, -1):
        taken = found[index]
        if taken.why != Why.WORDS:
            continue
        rows = pairs(view, block, [taken.head.column], found[title].head.column)
        if 10 * sum(all(pair) for pair in rows) <= sum(any(pair) for pair in rows):
            found[index] = taken.now(Use.TITLE, Why.WORDS)
        elif not (taken.head.parts or is_taken(found, Use.CODE)) and numbers(rows):
            found[index] = taken.now(Use.CODE, Why.BY_CONTENT)
    steps = [index for index, taken in enumerate(found) if taken.use is Use.TITLE]
    for index in steps[1:]:
        found[index] = found[index]._replace(why=Why.STEPS)
    return found


def told_apart(view: View, block: Block, found: list[Taken]) -> list[Taken]:
    """The same with the titles in the column that tells lines apart, wherever it stands, where several are headed as
    titles and the first says the same again and again: it groups the lines. What is found may do so in turn."""
    titles = [index for index, taken in enumerate(found) if taken.use is Use.TITLE]
    others = [index for index, taken in enumerate(found) if taken.use is Use.NOTE and taken.why == Why.SECOND]
    beside = found[titles[0] + 1 : titles[0] + 2] if titles else []
    others += [titles[0] + 1 for taken in beside if taken.why == Why.WORDS and taken.head.parts]
    if len(titles) != 1 or not others:
        return found
    told = {index: found[index].content.distinct for index in [*titles, *others]}
    best = max(others, key=lambda index: (told[index], -index))
    rows = pairs(view, block, [found[titles[0]].head.column], found[best].head.column)
    parted = groups(rows) if told[best] > told[titles[0]] else told[best] == told[titles[0]] and runs(rows)
    if not parted or not all(all(pair) or is_total(pair[0]) for pair in rows if any(pair)):
        return found
    _move_title(found, titles[0], best)
    return told_apart(view, block, found)


def _move_title(found: list[Taken], group: int, title: int) -> None:
    """The first column only groups the lines; the titles stand in the other."""
    found[group] = found[group].now(Use.NOTE, Why.GROUPS)
    found[title] = found[title].now(Use.TITLE, Why.BY_HEADING)


def pairs(view: View, block: Block, columns: Sequence[int], other: int) -> list[Pair]:
    """On each row that is looked at the text of the first of some columns that has one, and that of another column."""
    return [
        (next((text for column in columns if (text := view.spread(row, column))), ""), view.text(row, other))
        for row in sample(view, block)
    ]


def runs(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns says the same on several lines in a row, once each, and the second differs on
    these: a list of departments, each with the same kinds of expenditure."""
    listed = [[other for _, other in run] for _, run in groupby((pair for pair in rows if all(pair)), itemgetter(0))]
    firsts = {one for one, other in rows if one and other}
    return len(listed) == len(firsts) > 1 and all(len({*run}) == len(run) > 1 for run in listed)


def groups(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns says little, again and again, and the second more, or never the same."""
    named = [pair for pair in rows if pair[1]]
    first, second = ({pair[side] for pair in named} for side in (0, 1))
    few = 2 * len(first) <= len(named) or (len(second) == len(named) and 3 * len(first) <= 2 * len(named))
    return len(second) > len(first) and few


def opens(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns opens groups that the second names, and stands alone at totals only."""
    named = [one for one, other in rows if other]
    alone = [one for one, other in rows if one and not other]
    open_ = [one for one in named if one]
    return bool(alone) and all(map(is_total, alone)) and named[:1] == open_[:1] and 1 < len(open_) < len(named)


def numbers(rows: Sequence[Pair]) -> bool:
    """Whether the first of two columns numbers what the second names, and has words alone: those of headings."""
    beside = [one for one, other in rows if other]
    alone = [one for one, other in rows if one and not other]
    numbered = sum(map(bool, map(_NUMBER, beside)))
    return numbered > 1 and 3 * numbered >= 2 * len(beside) and all(any(map(str.isalpha, one)) for one in alone)
