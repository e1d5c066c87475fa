"""Words that a name of an organisation has and a name of a person has not.

Counterpoint editors, 2026, after reading the lists of awards that Arts Council England, Arts
Council of Wales and Arts Council of Northern Ireland publish. Words that are often surnames (Hall, Park,
Church, Wood, Bell) are left out on purpose: they are among the ordinary words.
"""

# These speak for an organisation unless a given name stands in front: Jonathan Young, Julie London.
_SURNAMES_TOO = """young london england ireland scotland france west east north south northern western eastern
    house houses  fair pride street story kent devon essex suffolk norfolk sussex surrey dorset
    somerset cornwall lancashire yorkshire wiltshire hampshire cheshire derbyshire shropshire
    staffordshire cumbria bristol bradford bury leeds hull sheffield liverpool manchester birmingham
    nottingham leicester newcastle brighton norwich southampton portsmouth plymouth wakefield
    huddersfield peterborough colchester ipswich northampton coventry stockport swindon hackney
    islington camden newham croydon enfield peckham brixton scarborough whitby warwickshire rutland
    irish french english welsh drum    city    sound  print
    poole            read          fellows  garland  news newsome """
SURNAMES_TOO = frozenset(_SURNAMES_TOO.split())

_ORGANISATION_WORDS = """
    ltd limited plc llp llc lp cic cio c.i.c inc incorporated cyf cyfyngedig cbc gmbh charity
    charitable company companies co. corporation enterprise enterprises holdings partnership
    partnerships partners consortium cooperative co-operative coop co-op trust trusts trustees
    foundation foundations fund society societies association associations federation union guild
    institute institution institutions league alliance network networks collective collectives
    collaborative collab community communities club clubs committee council councils authority
    authorities borough county city town parish district university universities college colleges
    school schools academy academies conservatoire faculty hospital hospitals hospice nhs museum
    museums gallery galleries library libraries archive archives cathedral abbey minster priory
    chapel theatre theatres theatr theater playhouse opera operas orchestra orchestras ensemble
    ensembles quartet quintet trio sinfonia sinfonietta philharmonic symphony choir choirs chorus
    choral band bands festival festivals fest carnival mela eisteddfod biennial biennale triennial
    fringe fair pride concert concerts circus cabaret comedy puppet puppets puppetry musical music
    musicians dance dancers ballet drama dramatic jazz folk poetry poets writers writing literature
    literary books publishing publications publisher publishers press magazine film films cinema
    cinemas video videos media digital radio records recordings recording audio sound sounds
    studio studios workshop workshops production productions projects project arts art artists
    artworks artspace craft crafts ceramics sculpture sculptors sculptures print printmakers
    printmaking painting painters drawing photography photographic photographers design designs
    designers architecture architects heritage history historical culture cultural creative creatives
    creativity arcade centre centres center hub hubs venue venues space spaces house houses rooms
    project services service management agency agencies associates promotions events event
    entertainment entertainments leisure hospitality solutions consultancy consulting consultants
    group groups team forum initiative initiatives programme programmes campaign movement exchange
    development developments regeneration education educational learning training research lab labs
    laboratory international national global worldwide british english europe european africa african
    asian caribbean chinese irish scottish welsh jewish muslim islamic christian hindu polish latin
    uk england britain wales scotland ireland london manchester birmingham liverpool leeds sheffield
    bristol newcastle nottingham leicester brighton hull bradford cornwall devon norfolk suffolk
    essex kent sussex surrey hampshire dorset somerset wiltshire gloucestershire oxfordshire
    shropshire staffordshire derbyshire cheshire lancashire yorkshire cumbria northumberland
    teesside tyneside merseyside northern southern eastern western midlands midland north south east
    west regional rural urban street streets outdoor touring tour stage staging lighting rigging
    technical performance performances performers performing players actors theatrical carnivals
    storytelling storytellers stories tales story women womens women's men's girls boys youth young
    children's childrens kids people peoples people's disability disabled deaf lgbt lgbtq queer
    refugee refugees migrant veterans elders friends neighbours residents volunteers volunteer
    voluntary public contemporary modern independent professional amateur classical experimental
    ministry department office bureau unit works factory foundry warehouse gardens farms museumtrust
    church's ymca ywca aonb rspb bbc lido pavilion hippodrome pub bar cafe restaurant bookshop shop
    promenade symposium conference summit awards prize prizes commission commissions residency
    collection collections circus-theatre dancetheatre theatrical masquerade masqueraders steelband
    steelpan samba brass silver choirs singers troupe troupes visual multimedia animation animations
    interactive immersive virtual online web platform platforms lottery cwmni canolfan oriel dawns
    festivities citizens remembers dandies drifts cvs bid norwich southampton portsmouth plymouth
    thurrock wolverhampton sunderland doncaster rotherham barnsley wakefield huddersfield peterborough
    colchester ipswich northampton coventry wirral oldham rochdale stockport swindon bournemouth
    southend hackney islington camden lewisham newham lambeth southwark croydon brent enfield
    haringey greenwich peckham brixton deptford birkenhead scarborough whitby lincolnshire
    nottinghamshire northamptonshire leicestershire warwickshire worcestershire herefordshire
    bedfordshire buckinghamshire berkshire hertfordshire cambridgeshire rutland ulster belfast derry
    cardiff swansea glasgow edinburgh dublin newport gateshead teesside cerdd neuadd cymru cymraeg menter ysgol amgueddfa llyfrgell
    cor cor corau cwmni'r celf merched meibion pwyllgor gwasg clwb cymdeithas dawnswyr lleisiau
    ffilm ffilmiau cyngor sir institiwt rel antur corlan bro cylch glannau gwynedd cantorion aelwyd
    comhaltas culturlann culturlann cumann cuman forbairt coiste comunn feis feis feile feile
    guitars games textiles millinery knitwear homewares jewellery furniture bespoke industries
    soundworks software systems motel motors
    """
ORGANISATION_WORDS = frozenset(_ORGANISATION_WORDS.split())
