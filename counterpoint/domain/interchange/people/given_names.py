"""Given names common in the United Kingdom, with some from all the communities that live there.

Counterpoint editors, 2026. The list only decides between an organisation and a person where a
name is made of everyday words ("Holly White", "Grace Field"); a name that is not on the list
still reads as a person's if its words are not everyday ones.
"""

_GIVEN_NAMES = """
    aaron abbie abby abdul abi abigail abu ada adam adebayo adele adrian adriana agata agnes ahmad
    ahmed aidan aileen ailsa aisha aisling aiden akeem akram akua alan alana alastair albert alec
    alejandro alessandra alessandro alex alexa alexander alexandra alexandre alexia alexis alfie
    alfred ali alia alice alicia alina alison alistair allan allen allison alun alyson amanda amber
    amelia amina amir amit amrit amy ana anand anastasia andre andrea andreas andrei andrew andy
    aneta angela angelica angelina angharad angie angus anil anita anja anjali ann anna annabel
    annabelle anne annette annie anthea anthony antoine anton antonia antonio anya aoife april
    arabella archie ariana arjun arlene arthur arun asha ashleigh ashley astrid athena aubrey audrey
    august augusta austin ava avril aya ayesha azadeh barbara barnaby barney barry bart basil bea
    beatrice beatriz becca becci becky belen belinda bella ben benedict benjamin benji benny bernadette
    bernard bernice bernie bert beth bethan bethany betty bev beverley beverly bhavna bianca bill
    billie billy bob bobby bonnie boris bradley brenda brendan brett brian bridget brigid brigitte
    bronwen brooke bruce bruno bryan bryony caitlin callum calum calvin cameron camilla camille
    candice cara carl carla carlo carlos carly carmen carol carole carolina caroline carolyn carrie
    cassandra cassie catalina cat caterina catharine catherine cath cathryn cathy catriona cecilia cedric
    celeste celia celine ceri chantal charlene charles charley charlie charlotte chelsea chester cherie cheryl
    chiara chidi chinedu chloe chris christa christian christiane christina christine christophe
    christopher chuck ciara cillian claire clara clare clarissa claude claudia claudio clementine cleo
    clifford clive coco colette colin colleen conor connor conrad constance cora cordelia corey
    corinna corinne cormac craig cressida crispin cristina crystal cynthia dafydd daisy dale damian
    damien dan dana daniel daniela daniele danielle danny daphne dara darcy daria darius darren darryl
    daryl dave david davide davina dawid dawn dean deanna deb debbie deborah debra declan deepa
    deirdre delia delphine demelza denis denise dennis derek dermot desmond di diana diane dianne
    dimitri dina dinah dion dionne dolores dom dominic dominique don donald donna dora doreen dorian
    doris dorota dorothy dot dottie doug douglas drew duncan dwayne dylan eamonn ed eddie eden edgar edith
    edmund eduardo edward edwina efua eilidh eileen eira elaine eleanor elena eleni eli elias elijah
    elin elinor elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elsa elsie
    elspeth eluned emanuele emer emil emilia emilie emilio emily emlyn emma emmanuel emmeline enrico
    enrique eric erica erik erika erin ernest esme esmeralda esther ethan etienne eugene eugenia eva
    evan eve evelyn evie ewan ewen fabian fabio faith faizal farah farhana farida fatima fay faye
    federica federico felicia felicity felix femi ferdinand fergus fernanda fernando fern fiona finlay
    finn fleur flora florence florian fran frances francesca francesco francis francisco francois
    frank frankie fred freda freddie frederick freya frida gabby gabriel gabriela gabriella gabrielle
    gail gareth garry gary gavin gaynor gemma genevieve geoff geoffrey george georgia georgie georgina
    geraint gerald geraldine gerard gerry ghislaine gianluca gil giles gill gillian gina gino giorgia
    giovanni gisela giulia giuseppe gladys glen glenda glenn gloria glyn glynis gordon grace graeme
    graham grant greg gregory greta guillermo gurpreet gus gustavo guy gwen gwenda gwilym gwyneth
    gwyn habib haley hamish hamza hana hank hannah hans hari harold harper harriet harrison harry
    harvey hasan hassan hayley hazel heather hector heidi helen helena helene helga henri henrietta
    henrik henry herbert hermione hilary hilda hiroshi holly honor hope howard huda hugh hugo huw
    hussein iain ian ianthe ibrahim ida idris ifeoma igor ike ilona imani imelda imogen imran ina ines
    inga ingrid inua ioan iona ira irena irene iris irina isaac isabel isabella isabelle isaiah ishbel
    isla ismail isobel israel ivan ivor ivy izzy jack jackie jackson jacky jaclyn jacob jacqueline
    jacqui jade jago jaime jake jamal james jamie jan jana jane janet janette janice janie janine
    jared jasmin jasmine jason jasper javier jay jaya jayne jean jeanette jeanie jed jeff jeffrey jem
    jemima jemma jen jenna jennie jennifer jenny jeremiah jeremy jerome jerry jess jesse jessica jessie
    jill jillian jim jimmy jo joan joana joann joanna joanne jocelyn jodie jody joe joel joey johan
    johann johanna john johnny jon jonah jonas jonathan jonny jordan jorge jose josef joseph josephine
    josh joshua josie joy joyce juan juana juanita jude judith judy jules julia julian juliana julie
    juliet juliette julio justin justina justine kaitlin kamal kamila kara karen karim karin karina
    karl karla karolina kasia kat kate katarina katarzyna kate katerina kath katharina katharine
    katherine kathleen kathrin kathryn kathy katia katie katja katrin katrina katy katya kay kayla
    kayleigh keira keisha keith kelechi kelley kellie kelly kelvin ken kenneth kenny kerry kev kevin
    khadija khalid kieran kim kimberley kimberly kiran kirsten kirstie kirsty kit klara kofi krishna
    kristen kristian kristin kristina kristine krystyna kumar kwame kyle kyra lana lance lara larry
    laszlo latisha laura laurel lauren laurence laurie lawrence layla lea leah leanne lee leigh leila
    len lena leo leon leona leonard leonardo leonie leonora leroy les lesley leslie lester lettie levi
    lewis lia liam libby lidia lil lila lilian liliana lillian lily lina lincoln linda lindsay lindsey linzi
    lionel lisa lise liv livia liz liza lizzie lloyd llinos logan lois lola lorenzo loretta lorna
    lorraine lotte lottie lou louis louisa louise luca lucas lucia luciana lucie lucinda lucy luigi
    luis luisa luke lydia lyn lynda lyndon lyndsey lynette lynn lynne mabel maddie maddy madeleine
    madeline mae maeve magali magda magdalena maggie mahmoud maia mair mairead maisie malachy malcolm
    malik mandy manuel manuela mara marc marcel marcela marcia marco marcus marek margaret margarita
    margot marguerite maria mariah mariam marian mariana marianne marie mariella marilyn marina mario
    marion marisa marissa marjorie mark marlene marlon marsha marta martha martin martina martine
    martyn marvin mary maryam mat mateo mathew mathilda matilda matt matteo matthew matthias mattie
    maud maura maureen maurice mauro max maxim maxine maxwell may maya meera meg megan meghan mehmet
    mel melanie melinda melissa melody melvin mercedes mercy meredith merlin mia micah michael michaela
    michel michele michelle mick miguel mike mikhail mila mildred miles millicent millie milly milo
    mimi mina mindy minnie mira miranda miriam mirela misha mitchell mo mohamed mohammad mohammed
    moira molly mona monica monika monique morag moses mostafa muhammad muriel murray mustafa mya
    myfanwy myra nabil nadia nadine naima naledi nancy naomi natalia natalie natasha nate nathalie
    nathan nathaniel neal ned neil nell nelly nelson nerys nia niall niamh nicholas nick nicki nicky
    nico nicola nicole nigel nihal nik nikita nikki nikolai nikos nilesh nina nisha noah noel noelle
    noemi nora noreen norma norman nuala nuria oana obi octavia ola olga olive oliver olivia ollie
    olu olufemi oluwaseun omar oona oran orla orlando oscar osman otis otto owain owen pablo paddy
    paige pam pamela paola paolo pascal pat patience patricia patrick patsy patti patty paul paula
    paulette paulina pauline pawel pearl pedro peggy penelope penny perry pete peter petra phil philip
    philippa philippe phillip phillipa phoebe phyllis pia pierre piers pip pippa piotr polly poppy
    prakash pratima preston precious preeti priscilla priya quentin quincy rachael rachel radhika rae rafael
    raffaele rahul raj rajesh ralph ramon rana randal raphael raquel rashid raul ravi ray raymond
    reba rebecca rebekah rees reggie reginald rehana renata rene renee reuben rhea rhiannon rhodri
    rhona rhonda rhys ria ricardo riccardo rich richard rick rickie ricky riley rita river roald rob robbie
    robert roberta roberto robin robyn rochelle rod roderick rodney rodrigo roger roisin roland rolf
    roma roman romy ron ronald ronan ronnie rory ros rosa rosalie rosalind rosamund rosanna roscoe
    rose roseanna rosemary rosie roslyn ross rosy rowan rowena roxanne roy roz ruby rudi rudolf rufus
    rukhsana rupa rupert russell ruth ryan saad sabah sabina sabine sabrina sadie safia sahar saida
    saima saira sal sally salma salman salvatore sam samantha samia samina samir samson samuel sana
    sandeep sandra sandy sangeeta sanjay santiago sara sarah saran sasha saskia saul savannah scott
    sean seamus sebastian sebastien seema selena selina serena serge sergei sergio shabana shabnam
    shaheen shahid shakila shamim shane shani shania shanice shannon sharon shaun shauna shazia sheena
    sheila shelley sheree sheridan sherry shereen sheryl shireen shirley shiva shobana shona shreya
    shyam sian sid siddharth sidney sienna sigrid silas silvia silvio sima simeon simon simona simone
    sinead siobhan sita sofia sofie solomon sonia sonja sonya sophia sophie spencer stacey stacy stan
    stanley stavros stef stefan stefania stefanie stella steph stephan stephanie stephen steve steven
    stewart stig stuart sudha sue summer sky storm suki sukhdev sumita sunil sunita surya susan susanna susannah
    susanne susie suzanna suzanne suzi suzie sven sybil sylvia sylvie tabitha tahir tahmina talia
    talitha tamar tamara tami tammy tamsin tania tanya tara tariq tarun tasha tatiana tayo ted teddy
    tegan temi terence teresa teri terri terry tess tessa thaddeus thea thelma theo theodora theodore
    theresa therese thierry thomas thomasina tia tiago tiffany tilda tilly tim timothy tina tobias
    toby todd tom tomas tomasz tommy toni tonia tony tori tracey tracy travis trevor tricia trina
    trish tristan trudy tunde ty tyler tyrone uche ulrich uma una ursula usha vadim val valentin
    valentina valeria valerie vanessa vasilis vaughan vera verity vernon veronica vic vicki vicky
    victor victoria vijay vikki vikram vince vincent vincenzo viola violet virginia vishal vivian
    vivien vivienne wade walter wanda warren wayne wendy wes wesley wilfred will willem william willow
    winifred winston wojciech xanthe xavier xenia yael yan yara yasmeen yasmin yasmina yasmine yemi
    yetunde ying yoko yolanda yolande yorgos yuki yuri yusuf yvette yvonne zac zach zachary zahra zain
    zainab zak zara zeena zelda zena zeynep zhen zia zoe zofia zoey zora zubair zuzanna
    """
GIVEN_NAMES = frozenset(_GIVEN_NAMES.split())
