"""Where the words of a cell are parted."""

from layout.proof.htmlreport.cells import path, whole


def test_a_measure_keeps_its_unit_and_a_path_its_names() -> None:
    assert whole("左12.5 mm、右3 mm") == "左12.5\u00a0mm、右3\u00a0mm"
    assert str(path("a/b<c>.jpg")) == "a/<wbr>b&lt;c&gt;.jpg"
    assert str(path("a.jpg")) == "a.jpg"
