//! Words that are known beforehand. All lists are folded: small letters, no accents.

/// Whether a list has a word.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// Parts of names, streets and towns that say nothing by themselves.
pub(super) const PARTICLES: &str = "de du des d la le les l el los las del della delle dello dei \
    degli di da do dos van von vom zu zum zur der den dem het ten ter y e i et und and of the saint \
    sainte st ste san santa santo sankt mac mc ben bin al abu m mme mr mrs ms dr sr sra";

/// First names common in the five languages that are no other word in any of them.
pub(super) const FIRST_NAMES: &str = "adam adele adrien agathe agnes alain albert alejandra \
    alejandro alessandra alessandro alessia alex alexander alexandra alexandre alice amelie ana \
    anastasia andrea andreas andrew angela angelica anna anne annika antoine antonella antonia \
    antonio arnaud arthur audrey aurelie barbara beatrice beatriz benedicte benjamin benoit bernard \
    bernhard birgit brigitte camille carla carlos carmen caroline catherine cecile celine charlotte \
    chiara christian christiane christine christoph christophe claire claudia clemence \
    cristina damien daniel daniela david davide delphine denis diego dominique eduardo elena \
    elisabeth elise elizabeth elodie emily emma emmanuel enrico enrique eric erika ernesto esteban \
    etienne eva fabian fabien fabio fabrice federica federico felix fernando filippo francesca \
    francesco francisco francois frank franz frederic gabriel gabriele georg georges gerard giacomo gino \
    giorgia giorgio giovanni giulia giuseppe guillaume gustavo hannah hans harry heike heinrich \
    helene helen henri henry herve hugo ignacio ines ingrid isabella isabelle jacques james jane \
    javier jean jennifer jessica jimena joachim joan joaquin johannes john jonas jonathan jorge jose \
    joseph juan julia julie julien juliette jurgen karin karl katharina kathrin kevin klaus laetitia \
    laura laure laurent lea leonie lisa lorenzo louis louise luca lucas lucia lucie luigi luis \
    lukas madeleine manuel marc marcel marco margarita margot maria marie marina mario marion \
    marlene markus marta martina mathieu mathilde matteo matthew matthias maurice maxime melanie \
    michael michel michele miguel monica monika monique nadia natalia nathalie nicola nicolas nicole \
    nina noah noemie oliver olivia olivier oscar pablo paco paola paolo pascal patricia patrick paul paula \
    pauline pedro peter petra philip philippe pierre pietro rachel rafael raphael raquel raul rebecca \
    renate renaud ricardo riccardo robert roberto robin romain ruben sabine sabrina samuel sandra \
    sandrine sara sarah sebastian sebastien sergio silvia simon simone sofia sonia sophie stefan \
    stefania stefano stephane stephanie stephen steven susan susanne sylvain sylvie teresa theo \
    theresa thierry thomas tobias tom ulrich ursula uwe valentina valerie vanessa vera veronique \
    vincent vincenzo virginie walter werner william wolfgang xavier yann yannick yolanda yves zoe";

/// What an address for everybody begins with.
pub(super) const ROLES: &str = "info contact hello bonjour hallo hola ciao sales service support \
    admin office mail email kontakt contacto contatto commercial vente client clients accueil \
    noreply reply newsletter conseiller conseillere agent expert equipe assistant boutique kundendienst beratung asesor consulente assistenza atencion cliente clientes clienti cliente kunde kunden customer advisor test team help shop web www pro perso";

/// Names that stand in. None is a word or a town in the five languages, nor a month.
pub(super) const STAND_INS: &str = "Lio Ugo Eda Ilo Noa Alma Elio Nora Vida Otto Ezra Ivar Runa \
    Tilda Elora Maelo Oskar Selma Timeo Ilona Amina Fabel Dario Mirela Odilon Quentin Romane \
    Solene Thelma Valmer Lavigne Belmont Corvin Delmas Ferrin Garnel Harlow Kessel Lindell Marceau \
    Norwood Ostrand Penrose Rovella Salinger Tavares Ulmann Verneil Wexford Ardenne Brancard \
    Calloway Dorlemann Eastwick Fontenay Granville Hollander Kirchhof Lambertin Montreval \
    Northcott Ravensdale Steinbrecher Castellanova Hohenfelder Winterbourne";

/// Names of streets that stand in.
pub(super) const STREETS: &str = "Belvue Corvan Delmar Estrel Floria Garvel Hestra Ilmena Jolvan \
    Kervel Lorvan Morvel Norvan Orvella Pervan Quervel Rovanne Solvera Torvel Ulvanne Vernelle";

/// First halves of German streets that stand in.
pub(super) const STREET_HALVES: &str = "Linden Birken Ahorn Eichen Garten Wiesen Kastanien Ulmen \
    Amsel Finken Lerchen Tannen Buchen Erlen Flieder";

/// Towns with their postcodes, by region. The number reader knows each for a town, but villages.
pub(super) const TOWNS: [(&str, &str); 11] = [
    (
        "FR",
        "Nantes 44000 Rennes 35000 Dijon 21000 Angers 49000 Limoges 87000 Metz 57000 Caen 14000 \
        Quimper 29000 Vannes 56000 Colmar 68000 Troyes 10000 Lorient 56100 Avignon 84000 Rouen 76000",
    ),
    (
        "DE",
        "Hamburg 20095 Bremen 28195 Dresden 01067 Leipzig 04109 Stuttgart 70173 Kassel 34117 \
        Rostock 18055 Erfurt 99084 Mainz 55116 Augsburg 86150 Bochum 44787 Potsdam 14467",
    ),
    (
        "ES",
        "Sevilla 41001 Zaragoza 50001 Valencia 46001 Bilbao 48001 Murcia 30001 Granada 18001 \
        Alicante 03001 Valladolid 47001 Madrid 28001 Barcelona 08001 Gijon 33201 Vigo 36201",
    ),
    (
        "IT",
        "Torino 10121 Bologna 40121 Firenze 50121 Genova 16121 Padova 35121 Verona 37121 Trieste \
        34121 Parma 43121 Modena 41121 Brescia 25121 Catania 95121 Messina 98121",
    ),
    (
        "GB",
        "Leeds . Bristol . Glasgow . Sheffield . Cardiff . Belfast . Edinburgh . Liverpool . \
        Birmingham . Manchester .",
    ),
    (
        "US",
        "Boston 02108 Chicago 60601 Denver 80202 Seattle 98101 Dallas 75201 Austin 78701 Houston \
        77002 Atlanta 30303 Miami 33130 Phoenix 85004",
    ),
    ("BE", "Namur 5000 Mons 7000 Bruges 8000 Charleroi 6000 Louvain 3000 Gand 9000"),
    ("CH", "Lausanne 1000 Lugano 6900 Fribourg 1700 Basel 4000 Luzern 6000 Bern 3000"),
    ("AT", "Linz 4020 Graz 8010 Salzburg 5020 Innsbruck 6020 Wien 1010"),
    ("LU", "Luxembourg 1111 Luxembourg 2222"),
    // Places that no reader knows, for those that it does not know either.
    (
        VILLAGE,
        "Lindenau . Birkenau . Ahornberg . Erlental . Tannhof . Ulmenried . Wiesenthal . Buchenau .",
    ),
];

/// Stands for a region of places that the number reader does not know for one.
pub(super) const VILLAGE: &str = "village";

/// The towns of a region, each with a postcode (`.` where codes do not go by a list).
pub(super) fn towns(region: &str) -> Vec<(&'static str, &'static str)> {
    let of = TOWNS.iter().find(|(known, _)| *known == region).map_or("", |(_, towns)| towns);
    let words: Vec<&str> = of.split_ascii_whitespace().collect();
    words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}
