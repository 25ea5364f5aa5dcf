"""Inflected words, written short."""

from reportedly.reference.word_forms import write_out, write_out_table


def test_one_ending_is_taken_from_each_pair_of_brackets() -> None:
    assert write_out("минул(ої|у) н(очі|іч)") == ("минулої ночі", "минулої ніч", "минулу ночі", "минулу ніч")


def test_an_ending_may_be_empty() -> None:
    assert write_out("март(|а)") == ("март", "марта")


def test_a_word_without_brackets_is_its_own_form() -> None:
    assert write_out("торік") == ("торік",)


def test_the_first_row_keeps_a_form_that_two_rows_give() -> None:
    assert write_out_table({"дн(я|і)": "first", "дн(і|ів)": "second"}) == {
        "дня": "first",
        "дні": "first",
        "днів": "second",
    }
