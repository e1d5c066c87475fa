from django.urls import path

from counterpoint.apps.updates.views import archive, campaigns, following, keeping, signing_up

urlpatterns = [
    path("updates/", signing_up.sign_up, name="updates"),
    path("updates/asked/", signing_up.asked, name="updates-asked"),
    path("updates/link/", signing_up.send_link, name="updates-link"),
    path("updates/mine/", keeping.mine, name="my-updates"),
    path("updates/confirm/<str:token>/", signing_up.confirm, name="confirm-updates"),
    path("updates/resend/<str:token>/", signing_up.resend, name="resend-updates"),
    path("updates/leave/<str:token>/", keeping.leave, name="leave-updates"),
    path("updates/follow/<str:kind>/<str:key>/", following.follow, name="follow"),
    path("updates/campaigns/", campaigns.campaigns, name="campaigns"),
    path("updates/campaigns/new/", campaigns.write, name="new-campaign"),
    path("updates/campaigns/<slug:slug>/", campaigns.campaign, name="campaign"),
    path("updates/campaigns/<slug:slug>/edit/", campaigns.write, name="edit-campaign"),
    path("updates/campaigns/<slug:slug>/<str:verb>/", campaigns.act, name="campaign-act"),
    path("newsletters/", archive.newsletters, name="newsletters"),
    path("newsletters.atom", archive.feed, name="newsletters-atom"),
    path("newsletters/<slug:slug>/", archive.newsletter, name="newsletter"),
    path("updates/<str:token>/", keeping.preferences, name="update-preferences"),
    path("updates/<str:token>/my-data.json", keeping.own_data, name="update-own-data"),
    path("updates/<str:token>/erase/", keeping.erase, name="erase-updates"),
]
