"""The units factlint knows, one a line: code, dimension, exact size in the dimension's base unit, words.

Words are lower-case singulars; the plural in -s is understood. Symbols are case-sensitive and stand after
digits. Sizes are exact (but the radian): the international yard and pound (1959), the US survey foot is not used, a year is
365.25 days and a month a twelfth of it (the Julian year of the IAU), a barrel is one of oil.
"""

from __future__ import annotations

# ruff: noqa: E501 - a table reads best with one unit a line

# code | dimension | size | words | symbols
UNITS = """
mm     | length | 1/1000          | millimetre, millimeter, millimètre | mm
cm     | length | 1/100           | centimetre, centimeter, centimètre | cm
m      | length | 1               | metre, meter, mètre | m
km     | length | 1000            | kilometre, kilometer, km, kms, kilomètre | km, KM, Km, kms
um     | length | 1/1000000       | micrometre, micrometer, micron             | μm, µm, um
nm     | length | 1/1000000000    | nanometre, nanometer                       | nm
in     | length | 0.0254          | inch, inches                               | in
ft     | length | 0.3048          | foot, feet                                 | ft, ft.
yd     | length | 0.9144          | yard                                       | yd, yds
dm     | length | 1/10            | decimetre, decimeter                       | dm
hm     | length | 100             | hectometre, hectometer                     |
furlong | length | 201.168        | furlong                                    |
fathom | length | 1.8288          | fathom                                     |
mi     | length | 1609.344        | mile, statute mile                         | mi
nmi    | length | 1852            | nautical mile                              | nmi, NM
au     | length | 149597870700    | astronomical unit                          | AU
pc     | length | 30856775814913673 | parsec                                   |
ly     | length | 9460730472580800 | light year, light-year, lightyear         | ly
cm2    | area   | 0.0001          | square centimetre, square centimeter, sq cm | cm², cm2, cm^2
m2     | area   | 1               | square metre, square meter, sq m, sq metre, sq meter, sqm, quadratmeter | m², m2, m^2, sqm
km2    | area   | 1000000         | square kilometre, square kilometer, sq km, sq. km, sq kilometre, sq kilometer, sqkm, quadratkilometer | km², km2, km^2, sqkm
ha     | area   | 10000           | hectare, hektar | ha
acre   | area   | 4046.8564224    | acre                                       | ac
ft2    | area   | 0.09290304      | square foot, square feet, sq ft, sq. ft., sq foot, sq feet, sqft | ft², ft2, ft^2, sqft
in2    | area   | 0.00064516      | square inch, square inches, sq in          | in², in2
yd2    | area   | 0.83612736      | square yard, sq yd, sq yard                | yd², yd2
mi2    | area   | 2589988.110336  | square mile, sq mi, sq. mi, sq mile        | mi², mi2
ml     | volume | 1/1000000       | millilitre, milliliter                     | ml, mL
cl     | volume | 1/100000        | centilitre, centiliter                     | cl, cL
l      | volume | 1/1000          | litre, liter, ltr                          | l, L
hl     | volume | 1/10            | hectolitre, hectoliter                     | hl, hL
cm3    | volume | 1/1000000       | cubic centimetre, cubic centimeter         | cm³, cm3, cm^3, cc
m3     | volume | 1               | cubic metre, cubic meter, cu m             | m³, m3, m^3, cbm
km3    | volume | 1000000000      | cubic kilometre, cubic kilometer           | km³, km3, km^3
ft3    | volume | 0.028316846592  | cubic foot, cubic feet, cu ft              | ft³, ft3, cf
mi3    | volume | 4168181825.440579584 | cubic mile                            | mi³, mi3
yd3    | volume | 0.764554857984  | cubic yard                                 | yd³, yd3
in3    | volume | 0.000016387064  | cubic inch, cubic inches, cu in            | in³, in3
gal    | volume | 0.003785411784  | gallon, us gallon                          | gal
galuk  | volume | 0.00454609      | imperial gallon, british gallon            |
qt     | volume | 0.000946352946  | quart                                      | qt
pt     | volume | 0.00056826125   | pint                                       |
cup    | volume | 0.0002365882365 | cup                                        |
floz   | volume | 0.0000295735295625 | fluid ounce, fl oz                      | fl oz
tbsp   | volume | 0.00001478676478125 | tablespoon                             | tbsp
tsp    | volume | 0.00000492892159375 | teaspoon                               | tsp
bushel | volume | 0.03523907016688 | bushel                                    |
bbl    | volume | 0.158987294928  | barrel                                     | bbl
ug     | mass   | 1/1000000000    | microgram                                  | μg, µg, mcg
mg     | mass   | 1/1000000       | milligram, milligramme                     | mg
g      | mass   | 1/1000          | gram, gramme, gm                           | g, gm
kg     | mass   | 1               | kilogram, kilogramme, kilo, kg, kgs        | kg, kgs, Kg, KG
t      | mass   | 1000            | tonne, ton, metric ton, metric tonne       | t
kt     | mass   | 1000000         | kilotonne, kiloton                         | kt
Mt     | mass   | 1000000000      | megatonne, megaton                         | Mt
Gt     | mass   | 1000000000000   | gigatonne, gigaton                         | Gt
ston   | mass   | 907.18474       | short ton, us ton                          |
lton   | mass   | 1016.0469088    | long ton, imperial ton                     |
oz     | mass   | 0.028349523125  | ounce                                      | oz
ozt    | mass   | 0.0311034768    | troy ounce                                 |
lb     | mass   | 0.45359237      | pound                                      | lb, lbs
st     | mass   | 6.35029318      | stone                                      | st
cwt    | mass   | 50.80234544     | hundredweight                              | cwt
ct     | mass   | 0.0002          | carat                                      |
m/s    | speed  | 1               | metre per second, meter per second, metre a second, meter a second | m/s
km/s   | speed  | 1000            | kilometre per second, kilometer per second | km/s
ft/s   | speed  | 0.3048          | foot per second, feet per second           | ft/s
km/h   | speed  | 5/18            | kilometre per hour, kilometer per hour, kilometre an hour, kilometer an hour, km per hour, km an hour | km/h, kmh, kph, kmph, km/hr
mph    | speed  | 0.44704         | mile per hour, mile an hour                | mph, mi/h
kn     | speed  | 463/900         | knot                                       | kn, kt., kts
nsec   | time   | 1/1000000000    | nanosecond                                 | ns
usec   | time   | 1/1000000       | microsecond                                | μs, µs
msec   | time   | 1/1000          | millisecond                                | ms
second | time   | 1               | second, sec                                | s, sec, secs
minute | time   | 60              | minute, min                                | min, mins
hour   | time   | 3600            | hour, hr                                   | h, hr, hrs
day    | time   | 86400           | day                                        | d
week   | time   | 604800          | week, wk                                   | wk, wks
fortnight | time | 1209600        | fortnight                                  |
month  | time   | 2629800         | month                                      |
year   | time   | 31557600        | year, yr                                   | yr, yrs, y
decade | time   | 315576000       | decade                                     |
century | time  | 3155760000      | century, centuries                         |
J      | energy | 1               | joule                                      |
BTU    | energy | 1055.05585262   | british thermal unit, btu                  | BTU, Btu
kJ     | energy | 1000            | kilojoule                                  | kJ
MJ     | energy | 1000000         | megajoule                                  | MJ
GJ     | energy | 1000000000      | gigajoule                                  | GJ
kcal   | energy | 4184            | kilocalorie, calorie                       | kcal, kCal
kWh    | energy | 3600000         | kilowatt hour, kilowatt-hour               | kWh, kwh, KWh
MWh    | energy | 3600000000      | megawatt hour, megawatt-hour               | MWh
GWh    | energy | 3600000000000   | gigawatt hour, gigawatt-hour               | GWh
TWh    | energy | 3600000000000000 | terawatt hour, terawatt-hour              | TWh
W      | power  | 1               | watt                                       | W
kW     | power  | 1000            | kilowatt                                   | kW, kw, KW
MW     | power  | 1000000         | megawatt                                   | MW
GW     | power  | 1000000000      | gigawatt                                   | GW
TW     | power  | 1000000000000   | terawatt                                   | TW
hp     | power  | 745.69987158227022 | horsepower                              | hp, bhp
Pa     | pressure | 1             | pascal                                     | Pa
hPa    | pressure | 100           | hectopascal, millibar                      | hPa, mbar
kPa    | pressure | 1000          | kilopascal                                 | kPa
bar    | pressure | 100000        | bar                                        |
psi    | pressure | 6894.757293168 | pound per square inch, psi                | psi
atm    | pressure | 101325        | atmosphere                                 | atm
N      | force  | 1               | newton                                     |
kN     | force  | 1000            | kilonewton                                 | kN
Hz     | frequency | 1            | hertz                                      | Hz
kHz    | frequency | 1000         | kilohertz                                  | kHz
MHz    | frequency | 1000000      | megahertz                                  | MHz
GHz    | frequency | 1000000000   | gigahertz                                  | GHz
V      | voltage | 1              | volt                                       | V
kV     | voltage | 1000           | kilovolt                                   | kV
A      | current | 1              | ampere, amp                                |
mAh    | charge | 3.6             | milliampere hour, milliamp hour            | mAh
rpm    | turning | 1/60           | revolution per minute, rpm                 | rpm
bit    | data   | 1               | bit                                        |
kbit   | data   | 1000            | kilobit                                    | kbit, Kbit
Mbit   | data   | 1000000         | megabit                                    | Mbit, Mb
Gbit   | data   | 1000000000      | gigabit                                    | Gbit, Gb
Tbit   | data   | 1000000000000   | terabit                                    | Tbit, Tb
B      | data   | 8               | byte                                       |
kB     | data   | 8000            | kilobyte, kb                                   | kB, KB, kb
MB     | data   | 8000000         | megabyte, mb                                   | MB
GB     | data   | 8000000000      | gigabyte, gb                                   | GB
TB     | data   | 8000000000000   | terabyte, tb                                   | TB
PB     | data   | 8000000000000000 | petabyte                                  | PB
Mbit/s | datarate | 1000000       | megabit per second, mbps                         | Mbps, Mbit/s, Mb/s
Gbit/s | datarate | 1000000000    | gigabit per second, gbps                         | Gbps, Gbit/s, Gb/s
°C     | temperature | 1          | degree celsius, °c, ° c, ° celsius, degree centigrade, degree c, deg celsius, deg c, celsius degree, celsius, centigrade, centigrate | °C, ℃, C, ° C, ºC
°F     | temperature | 5/9        | degree fahrenheit, °f, ° f, ° fahrenheit, degree farenheit, degree fahr, degree f, deg fahrenheit, deg fahr, deg f, fahrenheit degree, fahrenheit, farenheit | °F, ℉, F, ° F, ºF
K      | temperature | 1          | kelvin, degree kelvin, degree k, deg k, ° kelvin | K, °K, ° K, ºK
°R     | temperature | 5/9        | degree rankine, ° rankine, rankine         | °R, ºR
°      | angle  | 1               | degree, deg, deg.                          | °, º
rad    | angle  | 57.29577951308232 | radian                                   | rad
turn   | angle  | 360             | turn                                       |
%      | share  | 1               | percent, per cent, percentage, pct, prozent, pour cent | %, ٪, ％, pc
pp     | points | 1               | percentage point, percent point, per cent point, % point, %-point, pct point | pp, ppt, ppts
bp     | points | 1/100           | basis point                                | bp, bps
x      | multiple | 1             | times, fold                                | x, ×
sigma  | sigma  | 1               | sigma                                      | σ
mag    | magnitude | 1            |                                            |
ppm    | ppm    | 1               | part per million                           | ppm
ppb    | ppm    | 1/1000          | part per billion                           | ppb
dB     | decibel | 1              | decibel                                    | dB
"""

# Added to a temperature in kelvins after scaling, to reach the kelvin scale.
OFFSETS = {"°C": "273.15", "°F": "45967/180"}
