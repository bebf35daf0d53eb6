/// A post code and its city.
pub(super) struct Place {
    pub post_code: &'static str,
    pub city: &'static str,
    pub country: &'static str,
}

const fn place(post_code: &'static str, city: &'static str, country: &'static str) -> Place {
    Place { post_code, city, country }
}

pub(super) const PLACES: [Place; 20] = [
    place("0150", "Oslo", "NO"),
    place("0459", "Oslo", "NO"),
    place("1364", "Fornebu", "NO"),
    place("1707", "Sarpsborg", "NO"),
    place("2609", "Lillehammer", "NO"),
    place("3015", "Drammen", "NO"),
    place("3801", "Bø i Telemark", "NO"),
    place("4006", "Stavanger", "NO"),
    place("4612", "Kristiansand", "NO"),
    place("5003", "Bergen", "NO"),
    place("5700", "Voss", "NO"),
    place("6003", "Ålesund", "NO"),
    place("6800", "Førde", "NO"),
    place("7011", "Trondheim", "NO"),
    place("8006", "Bodø", "NO"),
    place("9008", "Tromsø", "NO"),
    place("411 05", "Göteborg", "SE"),
    place("111 29", "Stockholm", "SE"),
    place("1050", "København K", "DK"),
    place("8000", "Aarhus C", "DK"),
];

pub(super) const FIRST_NAMES: &[&str] = &[
    "Anne", "Inger", "Kari", "Marit", "Ingrid", "Liv", "Eva", "Berit", "Astrid", "Nora", "Emma", "Sara", "Maja", "Jan",
    "Per", "Bjørn", "Ole", "Lars", "Kjell", "Knut", "Arne", "Svein", "Thomas", "Håkon", "Sindre", "Jakob", "Oskar",
    "Filip", "Sigrid", "Tuva", "Iben", "Magnus", "Eirik", "Solveig", "Ragnhild", "Amalie",
];

pub(super) const LAST_NAMES: &[&str] = &[
    "Hansen",
    "Johansen",
    "Olsen",
    "Larsen",
    "Andersen",
    "Pedersen",
    "Nilsen",
    "Kristiansen",
    "Jensen",
    "Karlsen",
    "Berg",
    "Haugen",
    "Hagen",
    "Bakken",
    "Solberg",
    "Lund",
    "Moen",
    "Strand",
    "Dahl",
    "Eide",
    "Vik",
    "Aas",
    "Nygård",
    "Sæther",
    "Myhre",
    "Tangen",
    "Fjeld",
    "Brekke",
    "Sunde",
    "Øverland",
];

pub(super) const STREETS: &[&str] = &[
    "Storgata",
    "Kirkegata",
    "Skolegata",
    "Fjellveien",
    "Elvegata",
    "Strandgata",
    "Kongens gate",
    "Bjørkeveien",
    "Granveien",
    "Solbakken",
    "Parkveien",
    "Havnegata",
    "Nedre Slottsgate",
    "Bryggen",
    "Rosenkrantzgata",
];
