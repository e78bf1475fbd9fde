"""A district is meant with its state: Bilaspur lies in Chhattisgarh and in Himachal Pradesh."""

import pytest
from django.core.exceptions import ValidationError

from virtualclusters.areas.finance.packages.placing import placed


@pytest.mark.parametrize(
    ("typed", "states", "found"),
    [
        ([], ["MH"], ([], ["MH"])),
        (["Pune", "पुणे"], [], (["Pune"], ["MH"])),
        (["Bilaspur (Chhattisgarh)"], [], (["Bilaspur"], ["CG"])),
        (["Bilaspur"], ["HP"], (["Bilaspur"], ["HP"])),
        (["Bilaspur (Chhattisgarh)", "Bilaspur (Himachal Pradesh)"], [], (["Bilaspur"], ["CG", "HP"])),
        (["Pune"], ["MH", "GJ"], (["Pune"], ["MH", "GJ"])),
    ],
)
def test_districts_come_with_the_states_they_lie_in(typed, states, found):
    assert placed(typed, states) == found


@pytest.mark.parametrize(
    ("typed", "states", "sentence"),
    [
        (["Bilaspur"], [], "Which one do you mean: Bilaspur (Chhattisgarh), Bilaspur (Himachal Pradesh)? Write the state too."),
        (["Pune"], ["KL"], "Pune lies in none of the states that you chose."),
        (
            ["Bilaspur (Chhattisgarh)", "Shimla"],
            [],
            "This would let in Bilaspur (Himachal Pradesh) too. Write a package of its own for that state.",
        ),
    ],
)  # fmt: skip
def test_districts_that_would_let_in_others_of_their_name_are_refused(typed, states, sentence):
    with pytest.raises(ValidationError) as refused:
        placed(typed, states)

    assert refused.value.messages == [sentence]
