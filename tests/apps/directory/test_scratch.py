import pytest
from tests.factories import directory as make
from tests.factories.words import small_vocabulary
pytestmark = pytest.mark.usefixtures("small_vocabulary")
def test_x():
    o = make.offer()
    print([(t.concept.code, t.words, t.origin) for t in o.tags.all()])
    n = make.need()
    print([(t.concept.code, t.words, t.origin) for t in n.tags.all()])
