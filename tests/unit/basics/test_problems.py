"""Problems: in the order in which somebody would mend them."""

from __future__ import annotations

from itertools import permutations

from kit.basics.problems import Source, error, has_errors, ordered, warning


def test_problems_stand_by_file_line_and_column_and_those_without_a_place_last() -> None:
    first, second = error("b", Source("a", 1, 2)), error("a", Source("a", 2, 1))
    third, fourth = warning("a", Source("b", 1, 1), x=1), error("z")
    for order in permutations((first, second, third, fourth)):
        assert ordered(order) == (first, second, third, fourth)


def test_problems_at_one_place_stand_by_code_and_data() -> None:
    at = Source("a", 1, 1)
    one, two, three = error("a", at, x="1"), error("a", at, x="2"), error("b", at)
    assert ordered((three, two, one)) == (one, two, three)


def test_only_errors_stop() -> None:
    assert not has_errors([warning("a")])
    assert has_errors([warning("a"), error("b", other=Source("x"))])


def test_width_plays_no_part_in_equality() -> None:
    assert Source("a", 1, 1, 0) == Source("a", 1, 1, 9)
