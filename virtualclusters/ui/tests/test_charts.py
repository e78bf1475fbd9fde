from django.template import Context, Template

from virtualclusters.foundation.states import STATES
from virtualclusters.ui import charts, state_tiles


def render(source, **values):
    return Template("{% load ui %}" + source).render(Context(values))


def test_the_scheme_of_states_has_each_of_the_thirty_six_once_and_none_on_another():
    places = state_tiles.places()

    assert (set(places), len(places), len(set(places.values()))) == (set(STATES), 36, 36)
    assert set(state_tiles.STATE_NAMES) == set(STATES)


def test_tiles_that_touch_are_a_cell_apart():
    places = list(state_tiles.places().values())
    gaps = {abs(x - a) for i, (x, y) in enumerate(places) for a, b in places[i + 1 :] if y == b}

    assert min(gaps) == state_tiles.WIDTH


def test_other_letters_of_a_state_count_for_it():
    tiles = {tile.code: tile.count for tile in state_tiles.tiles({"TG": 2, "TS": 3, "DN": 1})}

    assert (tiles["TS"], tiles["DD"]) == (5, 1)


def test_shades_go_from_none_to_the_most_in_equal_steps():
    assert [state_tiles.shade_of(count, 100) for count in (0, 1, 25, 26, 75, 100)] == [0, 1, 1, 2, 3, 4]


def test_a_spark_runs_from_edge_to_edge_with_the_highest_on_top():
    assert charts.spark_points([0, 10, 5]) == "0,22 50,2 100,12"


def test_a_spark_of_one_equal_value_does_not_fail():
    assert charts.spark_points([4]) == "0,22"


def test_bars_are_shares_of_the_longest_and_the_figure_stands_beside():
    html = render("{% bar_chart rows 'Made' %}", rows=[("A", 200000), ("B", 50000)])

    assert [html.count('width="100.0%"'), html.count('width="25.0%"'), html.count("2,00,000")] == [1, 1, 1]


def test_a_funnel_of_nothing_is_an_empty_table():
    assert "<tr>" not in render("{% funnel rows 'Way' %}", rows=[])


def test_a_state_without_members_is_no_link():
    html = render("{% state_map counts 'Members' href_prefix='?state=' %}", counts={"MH": 3})

    assert html.count("<a ") == 2
