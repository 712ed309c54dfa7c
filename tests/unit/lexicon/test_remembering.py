"""What was found out of names before."""

from kgraph.lexicon.remembering import Memory


def measure(word: str, lexicon: list[str]) -> int:
    lexicon.append(word)
    return len(word)


def test_a_function_is_asked_once_for_each_name() -> None:
    asked: list[str] = []
    measure_known = Memory(asked).keep(measure)
    assert [measure_known(word) for word in ("dinas", "balai", "dinas", "polda")] == [5, 5, 5, 5]
    assert asked == ["dinas", "balai", "polda"]


def test_a_memory_knows_the_answers_of_its_own_lexicon_only() -> None:
    first: list[str] = []
    second: list[str] = []
    memories = Memory(first), Memory(second)
    for memory in memories:
        assert memory.keep(measure)("dinas") == 5
        assert memory.keep(measure)("dinas") == 5
    assert first == second == ["dinas"]


def test_what_was_not_asked_for_long_is_forgotten() -> None:
    asked: list[str] = []
    measure_known = Memory(asked).keep(measure)
    for number in range(10_000):
        measure_known(str(number))
    measure_known("0")
    measure_known("9999")
    assert asked[-1] == "0"
