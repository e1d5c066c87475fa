import pytest
from tests.factories import directory as make
from tests.factories.words import small_vocabulary
pytestmark = pytest.mark.usefixtures("small_vocabulary")
def test_lists(visit, django_assert_max_num_queries):
    o = make.offer(); make.need()
    f=make.organisation("Example Fund", roles=["funder"])
    make.award(funder=f, recipient=o.organisation); make.award(funder=f, recipient=None)
    for n in ("organisations","offers","needs","awards"):
        with django_assert_max_num_queries(12) as c:
            p=visit(f"/{n}/")
        print(len(c), p.words[:500]); 
        p=visit(f"/{n}/", q="xyz", place="x", about="choir", role="cultural", year="2020", offers="1")
        print(p.words[:400])
        for s in ("csv","json"):
            r=visit.client.get(f"/{n}.{s}"); print(b"".join(r.streaming_content).decode()[:600])
