"""What a dragged box snaps to."""

from gui.scenes.graph.guides import Guides

OTHER = (100.0, 200.0, 300.0, 290.0)


def test_an_edge_near_that_of_another_box_takes_hold_and_says_why() -> None:
    snap = Guides([OTHER]).snap((103, 401, 311, 491), 6)
    assert (snap.x, snap.y) == (100, 400)
    assert snap.lines == ((100, 200, 100, 490),)


def test_middles_take_hold_where_the_boxes_differ_in_size() -> None:
    snap = Guides([OTHER]).snap((147, 500, 257, 600), 6)
    assert snap.x == 145
    assert snap.lines == ((200, 200, 200, 600),)


def test_the_nearest_of_several_wins() -> None:
    near = (104.0, 700.0, 500.0, 790.0)
    assert Guides([OTHER, near]).snap((103, 401, 253, 491), 6).x == 104


def test_far_from_all_there_is_the_grid() -> None:
    snap = Guides([OTHER]).snap((33, 47, 83, 97), 6)
    assert (snap.x, snap.y, snap.lines) == (32, 48, ())
    assert Guides([]).snap((5, 6, 20, 20), 6).x == 4
