from django.urls import path

from counterpoint.apps.directory.views import membership as views

urlpatterns = [
    path("organisations/<slug:slug>/claim/", views.claim, name="claim"),
    path("organisations/<slug:slug>/members/", views.members, name="members"),
    path("organisations/<slug:slug>/invite/", views.invite, name="invite"),
    path(
        "invitations/<int:pk>/withdraw/", views.withdraw_invitation, name="withdraw-invitation"
    ),
    path("invitations/<str:token>/", views.accept_invitation, name="accept-invitation"),
    path("members/<int:pk>/role/", views.change_role, name="change-role"),
    path("members/<int:pk>/end/", views.end_membership, name="end-membership"),
    path("claims/", views.claims, name="claims"),
    path("claims/<int:pk>/", views.decide_claim, name="decide-claim"),
    path("claims/<int:pk>/withdraw/", views.withdraw_claim, name="withdraw-claim"),
]
