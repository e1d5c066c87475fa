"""Everyday words that companies and groups call themselves by, and small words that join them.

Counterpoint editors, 2026. Many are surnames too; they speak for an organisation only when the
name does not begin with a given name.
"""

_PARTICLES = """al ap bin bint ben da das de del della der di dos du el ibn la le les mac mc o san st van von
    ten ter vd y"""
PARTICLES = frozenset(_PARTICLES.split())
_TITLES = "mr mrs miss ms mx dr prof professor sir dame lord lady rev revd"
TITLES = frozenset(_TITLES.split())

# Everyday words that are surnames as often as not: at the end of a name they say nothing.
_ORDINARY_SURNAMES = """angel ball bank banks barn bath bay beach bean bell berry bird black blue blood bloom bolton
    bond bone bow box boy brain branch bridge bridges bright brook brother brown bull burn bush
    butter butterfly button camp cannon card care carter case castle chance charm chase cherry child
    church clay cliff close cloud coast cole colt cook cooper corner cotton court cross crow crown
    current curtain day dean deer derby desert dock dove drake drew drum dry duck dust early earl
    east eden english fair faith fall farm farmer fast fate feather field fields finch fine fire
    fish fisher fleet flower flowers flood ford forest forge fort forward foot fox free freedom
    french frost garden gardner gate giant gift glass gold golden good grace grain grand grant grass
    graves gray green grey grove guest hall hammer hand harbour hardy hare harmony hart hatch hawk
    haven head heart heat heath heaven herd hero hill hills holder hole hollow honey hood hook hope
    hopper horn horse house hull hunt hunter ivory jewel jordan judge june justice key keys kidd
    kind king kings kitchen kite knight lamb lambert lamp land lane large larkin law laws leaf
    leather light little lock london long lord love low luck major man march marine marsh martin
    mason masters matter may mead meadow means merry metal mill miller mills miner moon moor moore
    morning moss mount mountain new nest newman night noble noon north oak ocean orange orchard
    organ outlaw page pain painter palmer parish park parks parrot peace peacock pearl penn penny
    pepper perry pike pine pink piper place plant player plum pole pond pool pope porter post pot
    potter potts pound power press price prince prior proud pryor purple queen quick rabbit race
    rain raven ray read reading reason reed reeve rice rich ring rise rivers road roads rock rod
    rode romans root rope rose rough round rowe royal rule rush sage salmon salt sand savage say
    scales school seal self service sharp shepherd shine shoe shore short silk silver sky slate
    small smart snow soul south spark sparks spear speed spence spring square stamp star steel stone
    storm story strange stream street strong style summer sun sutton swan swann sweet swift tables
    talbot tall tap tell temple tempest thorn tide till tower towers town travel tree trick true
    turner vale van vane vine waite walk walker wall walls war ward ware warm warner wash waters way
    weather weaver webb well wells west wheel wheeler white whistle wick wild winch wind winter
    winters wise witch wolf wonder wood woods wool word words work works world wright yard year york
    young zest chester durham halifax hastings lancaster lincoln preston stafford winchester oxford
    cambridge kendal kingston richmond bedford burnley bury buxton carlisle dover luton slough truro
    exeter"""
ORDINARY_SURNAMES = frozenset(_ORDINARY_SURNAMES.split())

_ORDINARY_WORDS = """
    a about above across act acting action active after again against ages air alive all almost along
    alpha also always an and angel angels animal ann's another any apart ape apple arc arch are area
    arena ark arrow as ash at atlas attic aurora away back bad bag ball balloon bank banks bare bark
    barn barrel base basement basin basket bath bay be beach beacon beam bean beans bear beast beat
    beats beautiful because bed bee bees before begin being bell bells below best better between
    beyond big bigger bike bird birds birth bit bite bitter black blackout blank blast blaze blend
    blind blink block blood bloom blossom blow blue board boat boats body bold bomb bone bones bonfire
    boom boost boot border borders bottle bottom bound bow box boy brain branch brave bread break
    breakfast breath brick bricks bridge bridges bright brilliant bring broad broken brother brothers
    brown brush bubble bucket bud buddy bug build building built bull burning bus bush business but
    butter butterfly button by cage cake call calling camp can candle can't canvas cap capital car
    card care cargo carousel cart case cast castle cat catalyst catch cats cave celebration cell
    certain chair challenge chamber chance change changing chaos chaotic charm chat chatter cherry
    chicken child childhood children chill choice choose church circle circuit citadel clay clean clear
    clever cliff climate clock close cloth cloud clouds clown clowns club's coast coastal coat code
    coffee cold colour colours comet coming common commons compass complex concrete connect connected
    connecting connection connections conscious constellation constellations contact contrast core
    corner cosmos cottage country court cow craftspace crash crate crazy cream create created creation
    creations creature creatures creek crew cross crossing crossings crow crowd crown cry cube cup
    curious curiosity current curve curtain cut cycle dad daily dandelion danger dangerous dark data
    dawn day daydream days dead dear deep deer deli delicate delight den desert desire desperate
    destination dialogue diamond different ding dinner dirty disco discovery distance dive diverse
    diversity divine do dock dog dogs doing dollar dome door doors dot double down dragon dragonfly
    dream dreaming dreams dress drift drink drive drop drum drummers drums dry duck duet dust duty each
    eagle ear early earth ease echo eclipse eden's edge effect egg eight electric element elements
    elephant eleven else ember emerge emergency empire empty enchanted end endless energy engage engine
    enter epic equal equality escape essence eternal even ever every everybody everyday everyone
    everything evolution evolve evolving exit expanding experience explore explorers express expression
    extra extraordinary eye eyes fable fables fabric face faces fairy faith fall falling fallen false
    fame family famous fanfare fantastic far farm fast fat fate father fear feast feather feathers
    feather's feed feel feeling feet fellow fellowship female fence fever few field fields fierce fifth
    fig fight film's final find fine finger fire firefly first fish fishing fit five fix fizz flag
    flame flare flash flat flea flesh flight flip float flock flood floor flow flower flowers flux fly
    flying foam focus fold folio follow food fool fools foot for force foreign forest forge forget
    forgotten fork form forte fortune forty forward found foundling fountain four fox fragment frame
    framework free freedom fresh from front fruit full fun function funny furnace fuse fusion future
    futures gap garden gate gateway gather gathering gem general generation generator gentle get ghost
    giant giants gift giggle girl give giving glass glitter globe glory glow go goat god goes going
    gold golden gone good goose grain grand graph grass gravity great greater green grid grin groove
    ground grounded grounds grove grow growing growth guide gull gut habit half hall hammer hand hands
    handmade happen happening happy harbour hard hare harmony hat hatch have haven hawk he head healing
    health healthy heap hear heart hearts hearth heat heaven heavy hedgehog height hello helm help her
    here hero heroes hey hidden hide high higher highly hill hills hip hive hold hole hollow home honest
    honey hook hop horizon horizons horn horse horses hot hotel hour how human humming hundred hungry
    hunt hunter hurricane i ice icon idea ideal ideas idiot idle if illuminate image imaginary
    imagination imagine imagineer impact impossible improbable in indigo infinite ink inner innovation
    inside insight inspiration inspire inspired inspiring instant intact into invisible iron is island
    isle it its ivory jam jar jelly jet jewel jigsaw job join joint joke journey journeys joyful jubilee
    juice jumble jump jumping junction june jungle junior junk just keep kettle key keys kick kid killer
    kin kind kinetic king kingdom kings kiss kitchen kite knife knit knot know labyrinth ladder ladies
    lake lamp land landmark landscape lane language lantern lanterns large last late laugh laughter
    launch lava law layers lead leaf leap learn leather leave left leg legacy legend legends lemon less
    let letter letters level liberty life lift light lighthouse lightning lights like limbs limitless
    line lines lingo link links lion lions lip listen listening little live living load local lock log
    london's lone long look looking loop loose lost lotus loud love lovely low luck lucky lunar lunch
    machine mad made magic magical magnet magpie mail main make maker makers making mammoth man mango
    many map maple maps marble march margin marine mark's market mask mass masters match matter maze me
    meadow mean measure mechanical meet meeting memory men mercury merry mess metal method metro mid
    middle midnight might mighty milk mill mills mind minds mine mini minor mirror mischief misfits miss
    missing mission mix mob mobile moment momentum monkey monster monument moon moonlight more morning
    moss most moth mother motherhood motion mount mountain mouse mouth move moving much mud muse
    mushroom my mystery myth myths naked name nature naughty near nest nets never new news next night
    nightingale nights nine no noise none nonsense noon normal not notes nothing now nuance oak oasis
    object oblique ocean odd odyssey of off oh old on once one ones only open opening opposite oracle
    orange orbit orchard order organic origin original other others our out outer outpost outrageous
    outside outsider over own owl oxygen pace pack pact page paint painted pair pale pan panda panel
    panic paper parable parade paradise paradox parallel park parks part party pass passage passion past
    path pathway pathways pattern patterns pause pavement peace peacock peak pearls pebble pen pencil
    pepper perfect phoenix physical piano picnic picture pictures piece pieces pig pigeon pillow pilot
    pine pink pipe pirate pitch pixel pizza place places plan planet plant plate play playful playing
    please plot plough plus pocket point points pole pond pony pool pop popular port portal positive
    possibilities possible post pot potential potluck pottery powder power powerful practice prime
    primary prism private promise proper proud proof pulse pumpkin punch pure puppet's purple push
    puzzle quarter queen queens quest question quick quiet quilt rabbit race radical rag rail rain
    rainbow random rare rash rat raven raw reach ready real reality really rebel rebellion record red
    reel reef reflection reform relish remix remote renaissance renegade republic rescue resident
    resonance resource respect response restless return reveal revival revolution rhythm rhythms ribbon
    rich ride right ring ripple rise rising ritual river rivers road roads roar rock rocket rocks rogue
    roll romantic roof room root roots rope rough round route routes row royal rubber rubbish rule rules
    run running rush sacred safe sail salon salt same sand sanctuary sauce savage say scarecrow scene
    scenes school's science scratch scream screen script sea seas season seasons second secret secrets
    see seed seeds sense senses serious seven several shadow shadows shake shape shape's share shared
    sharp she shed shelf shelter shift shifting shimmer shindig shine ship shoe shoes shore short shot
    shout show shows side sight sign signal silence silent silk simple sing singing single sister
    sisters situation six sixth size skill skills skin skip sky slate sleep sleeping slice slide slow
    slung small smart smash smile smoke smooth snail snap snow so soap social soft soil solar sole solid
    solo some something somewhere son song songs sonic soon soul soup source southpaw spare spark
    sparks speak speaking special spectacle spectrum speech speed sphere spice spider spin spiral spirit
    spirits splash splendid split spoken spot spread spring sprout square stables stack stand star stars
    start state station statement stay steam steel step steps stick still stitch stockroom stolen stone
    stones stop storm straight strange strangers straw stream strength strictly strike string strings
    strong structure stuff stunt style such sugar summer sun sunday sunflower sunny sunrise sunset super
    supernova supper sure surface surge surreal sustainable swan sweet sweets swift swimming swing sync
    system systems table tail take taking tale talent talk talking tall tandem tangent tangled tap target
    taste tea teacup tell temple temporary ten tent terrace terrible territory test text that theme then
    there these they thing things think thinking third thirteen thirty this thorn those thought thousand
    thread threads three threshold thrill through thunder tick tide tiger tight tilted time times tin
    tiny tiptoe to toast today together told tomorrow tongue tonic tonight too tool tools tooth top topaz
    torch total touch tower toy track tracks trade trading traditional traditions trail train trans
    transform transformation transition translation transport trash travel travelling treasure tree
    trees tremor triangle tribe trick trigger triple tropical trouble true truth try tune tunnel turn
    turning turtle twelve twentieth twenty twin twist two ultimate ultra umbrella uncertain under
    underground understanding unfinished unfolding unholy unicorn united unity universal universe
    unknown unlikely unlimited unlocked unusual up upon upper upside upstart us utopia valley vast vault
    vegan velvet very vibe vibrant view viking village vine vintage vision visions vital vivid vocal
    voice voices void volcano wait wake walk walking walks wall walled walls wander wanderlust war warm
    wash waste watch water waterfront waters wave waves way ways we weather web's wedding weird welcome
    well wellbeing wells wet whale what wheel wheels when where whisper whistle white who whole why wick
    wicked wide wild wilderness wind windmill window winds wing wings winter wire wise wish witch with
    within without wizard wolf wolves woman wonder wonderful wonderland wood wooden woods wool word words
    work worker workers working world worlds wound wrap wreck wrong x yard year yellow yes yesterday you
    younger your zen zero zest zone zoo
    bedford bolton burnley buxton bury carlisle chester derby durham halifax hastings lancaster lincoln
    preston reading stafford sutton wells winchester york oxford cambridge exeter truro luton slough
    dover kendal kingston richmond lowestoft antico auto mama papa circo
    juggling aerial acrobatic acrobats cirque physicaltheatre opera's soundscape soundworld playground
    playback playtime playwright playwrights bookworm bookart artist artistic artlink artsmark
    encounters encounter narrative narratives ensemble's improv improvisation hip-hop hiphop soca calypso
    gospel reggae rap techno grime indie punk bhangra kathak flamenco tango ceilidh mime clowning
    """
ORDINARY_WORDS = frozenset(_ORDINARY_WORDS.split())
