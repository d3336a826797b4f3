"""English: ordinary words, numbers, days and addresses."""

from ..language import Written

_ORDINARY = """
a about above across activate add added address adjust after afternoon again against ago ah alarm alarms album
all almost alone along already also although always am an and angry announce another answer any anybody anyone
anything anyway apartment appointment are area areas arent arm around arrive arrived arrives artist as ask
asking assistant at attic audio auto automatic away awning awnings baby back bad balcony base basement bath
bathroom battery be became because bed bedroom been before began begin behind being below beside best better
between big bill bin bins birthday bit black blind blinds blue boiler book both bottle bottom bought bread
breakfast bright brighter brightly brightness bring broadcast brought brown built bulb bulbs busy but buy by
call called calling came camera cameras can cancel cancelled candle cannot cant card careful cat ceiling cellar
change changed channel charge charged charging cheap check child children clean cleaned cleaner cleaning clear
clock close closed closing cloudy code coffee cold color colour colours come comes coming complete continue cool
cooler corner corridor couch could couldnt course crazy create created cup cups current curtain curtains daily
dangerous dark data date day daylight days deactivate decrease degree degrees delete desk detected dial did
didnt different difficult diffuse diffused dim dimmed dimmer dinner dirty disable disabled disarm dishes
dishwasher do dock does doesnt dog doing done dont door doorbell doors down downstairs drive driving dry dryer
during each early easy eat eating either else email empty enable enabled end ended enough entire even evening
ever every everybody everyone everything everywhere exactly excellent except fan fans fantastic far fast feel
feels few fill film find fine finish finished first fix flat floor floors flowers focus focused follow food for
forecast forget forgot free freezer fresh fridge from front full fun funny further game garage garden gate gates
gave get gets getting give given go goes going gone good got gray great green grew grey grow guest guests had
half hall hallway hang happy has hasnt have havent having he hear heard hearing heat heater heating heavy hello
help her here hers hey hi high highest him his hold home hope hopes hot hour hours house how hows humid humidity
hungry i if ill illuminate in increase indoor indoors inside instead into is isnt it item its join joke jump
just keep keeps kelvin kept kettle key keys kids kitchen know known lamp lamps large last late later laugh
laundry lawn learn least leave leaves leaving left lend less let lets letter level lie lies lift light lighting
lights like likely list listen listening lists litre little lock locked locks long look looking looks lose lost
lot loud louder low lower lowest lunch machine made mail main make makes making many maximum maybe me mean means
media medium meet meeting meets message met middle might milk min mind mine minimum minute minutes miss missed
mode moment month months moon more morning most move moved movie mow mower mowing much music must mute my name
named names navigate near nearly need needed needs never nevermind new news next nice night nights no nobody
none noon nor normal not nothing now number occupied oclock of off offer office often oh ok okay old on once
only onto open opened opening opens or orange order other others our ours out outdoor outdoors outlet outside
oven over owe own paper pass passed password pause pay people percent perfect persons phone photo pick picked
picture pictures pink pizza plants play played player players playing playlist please plug plugged pm podcast
points porch position possible pretty previous problem pull pulled purple push pushed put question quick quickly
quiet quieter quite radiator radio rain raining raise rather reach read reading ready really recording red
reduce remember remind reminder remove repeat replay rest resume return right ring roof room rooms roses rubbish
run running runs sad said same sang save saw say saying scene screen script second seconds securely see seen
sees sells send sensor sent set sets setting settings several shade shades shall she shelf shine shopping short
should shouldnt show shower shows shut shutter shutters shutting sing single sings sit skip sky sleep sleeping
sleeps slept slow slower slowly small snow snowing so socket sofa sold some somebody someone something somewhere
song songs soon sorry sort sound space speak speaker speakers speaks special speed spelled spend spoken stairs
stand standing stands start started starts state status stay stays step still stop stopped storm story stove
strange stupid such sun sunny sure sweet swim switch switches table take taken takes taking talk tap tea teach
television tell tells temp temperature terrace terrible text than thank thanks that the their theirs them then
there thermostat these they thing things think thirsty this those though through throughout throw tidy time
timer timers tired to today todays toilet told tomorrow tonight too took top touch toward track transition
travel triggered true try trying turn turned turning turns turquoise tv ugly under understand unless unlock
unlocked unmute unoccupied unpause until up upon upstairs us use used useful using usually vacuum value very
visit volume wait waiting wake walk walking walks wall want wanted wants warm warmer was wash washer washing
wasnt watch water way we wear weather week weekend weekends weekly weeks well went were werent wet what whatever
whats when whenever where wheres whether which while white who whole whose why will wind window windows windy
with within without woke wonderful wont word words work working works would wouldnt write wrong yard year years
yellow yes yesterday yet you young your yours yourself
"""

ENGLISH = Written(
    code="en",
    ordinary=_ORDINARY,
    numbers=(
        "zero nought naught nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety "
        "hundred hundreds thousand thousands million millions billion dozen dozens first third fourth fifth sixth "
        "seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
        "eighteenth nineteenth twentieth thirtieth fortieth fiftieth half halves quarter quarters double triple "
        "twice thrice ones twos teens twenties thirties"
    ),
    dates=(
        "monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday "
        "saturdays sunday sundays january february march april may june july august september sept october "
        "november december christmas xmas easter halloween thanksgiving hanukkah ramadan eid diwali passover "
        "pentecost"
    ),
    units="percent degrees degree minute minutes hour hours second seconds kelvin watts volts times",
    number_joiners="and a past to point oh o comma half",
    at_signs="at",
    dots="dot period point",
    dashes="dash hyphen minus underscore plus",
    linkers="the a an of in on at to and",
    clitics="s t d m ll re ve o",
    endings="s",
    surnames=(
        "best black bright brown day flowers gates good gray green grey hall hope house key little long moon read "
        "rich rose short small snow summer wall weeks west white wise wood young"
    ),
    capital_words="i",
    frames={
        "bill": ("the a this my our that", ""),
        "guest": ("the a", "room mode"),
        "mark": ("", "it this that the as"),
        "sunny": ("is be it its", ""),
        "will": (
            "i you he she it we they what when this that there",
            "it the there be you i we they he she this that these not rain snow",
        ),
    },
).read()
"""English."""
