"""The currencies factlint knows, those in use and those that the euro and others replaced, one a line (ISO 4217)."""

from __future__ import annotations

# ruff: noqa: E501 - a table reads best with one currency a line

# code | name | symbols | words that name it alone | words before its generic noun | generic nouns | minor units and how many make one
CURRENCIES = """
USD | United States dollar | $, US$, US $, U.S.$ | dollar, buck, greenback | us, u.s., american, united states | dollar | cent 100
EUR | Euro | € | euro | | | euro_cent 100, eurocent 100
GBP | Pound | £, UK£, GB£ | pound sterling, pounds sterling, quid | british, uk, english | pound | penny 100, pence 100
JPY | Japanese yen | ¥, ￥, JP¥ | yen | japanese | yen |
CNY | Chinese yuan | CN¥, RMB, RMB¥, 元 | yuan, renminbi, rmb, kuai | chinese | yuan | jiao 10, mao 10, fen 100
CHF | Swiss franc | Fr., SFr | franc | swiss | franc | rappen 100
AUD | Australian dollar | A$, AU$, AUD$ | aussie dollar | australian, aussie | dollar |
CAD | Canadian dollar | C$, CA$, CAD$, CDN$ | loonie | canadian | dollar |
NZD | New Zealand dollar | NZ$ | | new zealand, nz | dollar |
HKD | Hong Kong dollar | HK$ | | hong kong, hk | dollar |
SGD | Singapore dollar | S$, SG$ | | singapore, singaporean | dollar |
TWD | New Taiwan dollar | NT$ | | taiwan, new taiwan, taiwanese | dollar |
JMD | Jamaican dollar | J$ | | jamaican, jamaica | dollar |
INR | Indian rupee | ₹, Rs, Rs. | rupee | indian, india | rupee | paisa 100, paise 100
PKR | Pakistani rupee | ₨ | | pakistani, pakistan | rupee |
LKR | Sri Lankan rupee | ரூ | | sri lankan, sri lanka | rupee |
NPR | Nepalese rupee | रू | | nepalese, nepali, nepal | rupee |
BDT | Bangladeshi taka | ৳ | taka | bangladeshi | taka |
RUB | Russian ruble | ₽ | rouble, ruble | russian, russia | rouble, ruble | kopeck 100, kopek 100
UAH | Ukrainian hryvnia | ₴ | hryvnia, hryvnya | ukrainian | hryvnia |
BYN | Belarusian ruble | Br | | belarusian, belarussian | rouble, ruble |
KZT | Kazakhstani tenge | ₸ | tenge | kazakhstani, kazakh | tenge |
GEL | Georgian lari | ₾ | lari | georgian | lari |
AMD | Armenian dram | ֏ | dram | armenian | dram |
AZN | Azerbaijani manat | ₼ | manat | azerbaijani | manat |
UZS | Uzbekistan som | | | uzbek, uzbekistan | som, soum |
PLN | Polish zloty | zł | zloty, złoty, zlotys | polish | zloty | grosz 100
CZK | Czech koruna | Kč | koruna, koruny, korun | czech | koruna, crown |
HUF | Hungarian forint | Ft | forint | hungarian | forint |
RON | Romanian leu | | leu, lei | romanian | leu, lei |
BGN | Bulgarian lev | лв | leva | bulgarian | lev, leva |
RSD | Serbian dinar | | | serbian | dinar |
SEK | Swedish krona | SKr, Skr | krona, kronor | swedish | krona, kronor, crown |
NOK | Norwegian krone | NKr, Nkr | krone, kroner | norwegian | krone, kroner, crown |
DKK | Danish krone | DKr, Dkr | | danish | krone, kroner, crown |
ISK | Icelandic króna | IKr, Ikr | | icelandic | krona, króna, kronur |
TRY | Turkish lira | ₺, TL | lira | turkish | lira | kurus 100
ILS | Israeli new shekel | ₪, NIS | shekel, new shekel | israeli, new israeli | shekel | agora 100
SAR | Saudi riyal | ﷼, SR | riyal | saudi, saudi arabian | riyal |
QAR | Qatari riyal | | | qatari, qatar | riyal |
OMR | Omani rial | | | omani | rial, riyal |
IRR | Iranian rial | | rial, toman | iranian | rial |
YER | Yemeni rial | | | yemeni | rial, riyal |
AED | United Arab Emirates dirham | Dh, Dhs | dirham | uae, emirati, emirates | dirham | fils 100
KWD | Kuwaiti dinar | KD | | kuwaiti | dinar |
BHD | Bahraini dinar | BD | | bahraini, bahrain | dinar |
JOD | Jordanian dinar | JD | | jordanian | dinar |
IQD | Iraqi dinar | ID | dinar | iraqi | dinar |
LYD | Libyan dinar | | | libyan | dinar |
TND | Tunisian dinar | | | tunisian | dinar |
DZD | Algerian dinar | | | algerian | dinar |
MAD | Moroccan dirham | | | moroccan | dirham |
EGP | Egyptian pound | E£, LE | | egyptian | pound | piastre 100
LBP | Lebanese pound | LL | | lebanese | pound, lira |
SYP | Syrian pound | | | syrian | pound, lira |
SDG | Sudanese pound | | | sudanese | pound |
AFN | Afghan afghani | ؋ | afghani | afghan | afghani |
ZAR | South African rand | R | rand | south african | rand |
NGN | Nigerian naira | ₦ | naira | nigerian | naira | kobo 100
GHS | Ghanaian cedi | ₵, GH₵, GH¢ | cedi | ghanaian, ghana | cedi | pesewa 100
KES | Kenyan shilling | KSh, Ksh | shilling | kenyan | shilling |
UGX | Ugandan shilling | USh, Ush | | ugandan | shilling |
TZS | Tanzanian shilling | TSh, Tsh | | tanzanian | shilling |
ETB | Ethiopian birr | | birr | ethiopian | birr |
XAF | Central African CFA franc | FCFA | cfa franc | central african, central african cfa | franc |
XOF | West African CFA franc | | | west african, west african cfa | franc |
ZMW | Zambian kwacha | ZK | kwacha | zambian | kwacha |
BRL | Brazilian real | R$ | reais | brazilian | real, reais | centavo 100
MXN | Mexican peso | Mex$, MX$, MXN$ | | mexican | peso |
ARS | Argentine peso | AR$, ARS$ | | argentine, argentinian | peso |
CLP | Chilean peso | CLP$, CL$ | | chilean | peso |
COP | Colombian peso | COL$, COP$ | | colombian | peso |
UYU | Uruguayan peso | $U, UY$ | | uruguayan | peso |
DOP | Dominican peso | RD$ | | dominican | peso |
CUP | Cuban peso | | | cuban | peso |
PHP | Philippine peso | ₱ | peso | philippine, filipino | peso |
PEN | Peruvian sol | S/., S/ | | peruvian | sol, soles |
VES | Venezuelan bolívar | Bs, Bs. | bolivar, bolívar | venezuelan | bolivar |
PYG | Paraguayan guaraní | ₲ | guarani, guaraní | paraguayan | guarani |
CRC | Costa Rican colón | ₡ | colon, colón | costa rican | colon |
KRW | South Korean won | ₩ | won | south korean, korean | won |
KPW | North Korean won | | | north korean | won |
THB | Thai baht | ฿ | baht | thai | baht | satang 100
VND | Vietnamese dong | ₫ | dong | vietnamese | dong |
IDR | Indonesian rupiah | Rp | rupiah | indonesian | rupiah |
MYR | Malaysian ringgit | RM | ringgit | malaysian | ringgit | sen 100
LAK | Lao kip | ₭ | kip | lao, laotian | kip |
KHR | Cambodian riel | ៛ | riel | cambodian | riel |
MMK | Burmese kyat | | kyat | burmese, myanmar | kyat |
MNT | Mongolian tögrög | ₮ | tugrik | mongolian | tugrik |
MOP | Macanese pataca | MOP$ | pataca | macanese, macau | pataca |
BTC | Bitcoin | ₿ | bitcoin | | | satoshi 100000000
ETH | Ether | Ξ | ether | | |
FRF | French franc | | | french | franc |
DEM | Deutsche mark | DM | deutschmark, deutschemark, d-mark | german, deutsche, west german | mark |
ITL | Italian lira | | lire | italian | lira |
NLG | Netherlands guilder | | guilder | dutch | guilder |
ESP | Spanish peseta | ₧ | peseta | spanish | peseta |
BEF | Belgian franc | | | belgian | franc |
ATS | Austrian schilling | | schilling | austrian | schilling |
FIM | Finnish markka | | markka, markkaa | finnish | markka, mark |
PTE | Portuguese escudo | | escudo | portuguese | escudo |
GRD | Greek drachma | ₯ | drachma | greek | drachma |
AOA | Angolan kwanza | Kz | kwanza | angolan | kwanza
AWG | Aruban florin | Afl. | florin | aruban | florin
BAM | Bosnian convertible mark | | convertible mark | bosnian | mark
BBD | Barbados dollar | Bds$ | | barbados, barbadian | dollar |
BIF | Burundian franc | FBu | | burundian | franc |
BMD | Bermudian dollar | BD$ | | bermudian, bermudan, bermuda | dollar |
BND | Brunei dollar | BN$ | | brunei | dollar |
BOB | Bolivian boliviano | | boliviano | bolivian | boliviano |
BSD | Bahamian dollar | B$ | | bahamian, bahamas | dollar |
BTN | Bhutanese ngultrum | Nu. | ngultrum | bhutanese | ngultrum |
BWP | Botswana pula | | pula | botswana | pula | thebe 100
BZD | Belize dollar | BZ$ | | belize, belizean | dollar |
CDF | Congolese franc | | | congolese | franc |
CVE | Cape Verdean escudo | | | cape verdean | escudo |
DJF | Djiboutian franc | | | djiboutian, djibouti | franc |
ERN | Eritrean nakfa | Nfk | nakfa | eritrean | nakfa |
FJD | Fijian dollar | FJ$ | | fijian, fiji | dollar |
FKP | Falkland Islands pound | | | falkland islands | pound |
GIP | Gibraltar pound | | | gibraltar | pound |
GMD | Gambian dalasi | | dalasi | gambian | dalasi |
GNF | Guinean franc | | | guinean | franc |
GTQ | Guatemalan quetzal | | | guatemalan | quetzal |
GYD | Guyanese dollar | GY$ | | guyanese, guyana | dollar |
HNL | Honduran lempira | | lempira | honduran | lempira |
HTG | Haitian gourde | | gourde | haitian | gourde |
KGS | Kyrgyzstani som | | | kyrgyz, kyrgyzstani | som |
KMF | Comorian franc | | | comorian | franc |
KYD | Cayman Islands dollar | CI$ | | cayman, cayman islands | dollar |
LRD | Liberian dollar | L$ | | liberian, liberia | dollar |
LSL | Lesotho loti | | maloti | lesotho, basotho | loti, maloti |
MDL | Moldovan leu | | | moldovan | leu, lei |
MGA | Malagasy ariary | | ariary | malagasy | ariary |
MKD | Macedonian denar | | denar | macedonian | denar |
MRU | Mauritanian ouguiya | | ouguiya | mauritanian | ouguiya |
MUR | Mauritian rupee | | | mauritian, mauritius | rupee |
MVR | Maldivian rufiyaa | Rf. | rufiyaa | maldivian, maldives | rufiyaa |
MWK | Malawian kwacha | | | malawian, malawi | kwacha |
MZN | Mozambican metical | | metical, meticais | mozambican | metical, meticais |
NAD | Namibian dollar | N$ | | namibian, namibia | dollar |
NIO | Nicaraguan córdoba | | cordoba, córdoba | nicaraguan | cordoba, córdoba |
PAB | Panamanian balboa | B/. | balboa | panamanian | balboa |
PGK | Papua New Guinean kina | | | papua new guinean, papua new guinea | kina |
RWF | Rwandan franc | FRw | | rwandan | franc |
SBD | Solomon Islands dollar | SI$ | | solomon islands | dollar |
SCR | Seychellois rupee | | | seychellois, seychelles | rupee |
SLE | Sierra Leonean leone | | | sierra leonean, sierra leone | leone |
SOS | Somali shilling | | | somali | shilling |
SRD | Surinamese dollar | Sr$ | | surinamese, suriname | dollar |
SSP | South Sudanese pound | | | south sudanese | pound |
STN | São Tomé and Príncipe dobra | | dobra | são tomé | dobra |
SVC | Salvadoran colón | | | salvadoran | colon, colón |
SZL | Swazi lilangeni | | lilangeni, emalangeni | swazi | lilangeni, emalangeni |
TJS | Tajikistani somoni | | somoni | tajik, tajikistani | somoni |
TMT | Turkmenistani manat | | | turkmen, turkmenistani | manat |
TTD | Trinidad and Tobago dollar | TT$ | | trinidad and tobago, trinidadian, trinidad | dollar |
VUV | Vanuatu vatu | | vatu | vanuatu | vatu |
WST | Samoan tala | WS$ | | samoan | tala |
XCD | East Caribbean dollar | EC$ | | east caribbean, eastern caribbean | dollar |
XPF | CFP franc | | cfp franc, pacific franc | french pacific | franc |
ZWL | Zimbabwean dollar | Z$ | | zimbabwean, zimbabwe | dollar |
CYP | Cypriot pound | | | cypriot, cyprus | pound |
DDM | East German mark | | ostmark | east german | mark |
EEK | Estonian kroon | | kroon | estonian | kroon, crown |
HRK | Croatian kuna | | kuna | croatian | kuna | lipa 100
IEP | Irish pound | IR£ | | irish | pound, punt |
LTL | Lithuanian litas | | litas | lithuanian | litas |
LUF | Luxembourg franc | | | luxembourg, luxembourgish | franc |
LVL | Latvian lats | | | latvian | lats, lat |
MTL | Maltese lira | | | maltese | lira |
SIT | Slovenian tolar | | tolar | slovenian | tolar |
SKK | Slovak koruna | | | slovak | koruna, crown |
YUM | Yugoslav dinar | | | yugoslav | dinar |
"""
