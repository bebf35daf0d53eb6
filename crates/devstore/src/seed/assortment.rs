/// A product of the demo shop, before its options are spread out into variants.
pub(super) struct Model {
    pub number: &'static str,
    pub title: &'static str,
    pub product_type: &'static str,
    pub vendor: &'static str,
    /// Kroner, 25 % VAT included.
    pub price: i64,
    /// Grams.
    pub weight: u32,
    pub options: &'static [Choice],
}

/// An option: its name, and each value with its part of the SKU.
pub(super) struct Choice {
    pub name: &'static str,
    pub values: &'static [(&'static str, &'static str)],
}

const SIZES: Choice = Choice { name: "Størrelse", values: &[("S", "S"), ("M", "M"), ("L", "L"), ("XL", "XL")] };
const SHOES: Choice =
    Choice { name: "Størrelse", values: &[("38", "38"), ("40", "40"), ("42", "42"), ("44", "44"), ("46", "46")] };
const SOCKS: Choice = Choice { name: "Størrelse", values: &[("36", "36-39"), ("40", "40-43"), ("44", "44-47")] };
const COLOURS: Choice = Choice { name: "Farge", values: &[("GR", "Granitt"), ("BL", "Fjordblå")] };
const WARM: Choice = Choice { name: "Farge", values: &[("RO", "Rødt"), ("SV", "Svart"), ("NA", "Natur")] };
const GROUND: Choice = Choice { name: "Maling", values: &[("HB", "Hele bønner"), ("FM", "Filtermalt")] };

const fn model(
    number: &'static str,
    title: &'static str,
    product_type: &'static str,
    vendor: &'static str,
    price: i64,
    weight: u32,
    options: &'static [Choice],
) -> Model {
    Model { number, title, product_type, vendor, price, weight, options }
}

/// A shop for life outdoors, somewhere in western Norway.
pub(super) const ASSORTMENT: &[Model] = &[
    model("1000", "Skalljakke Storegga", "Jakker", "Fjellheim", 2499, 520, &[SIZES, COLOURS]),
    model("1010", "Dunjakke Nordkapp", "Jakker", "Fjellheim", 3299, 480, &[SIZES]),
    model("1020", "Vindjakke Lofoten", "Jakker", "Fjellheim", 1299, 210, &[SIZES, COLOURS]),
    model("1100", "Turbukse Rondane", "Bukser", "Fjellheim", 1499, 430, &[SIZES]),
    model("1110", "Skallbukse Trollstigen", "Bukser", "Fjellheim", 1999, 460, &[SIZES]),
    model("1200", "Ulltrøye Vinje", "Ull", "Saueholmen", 799, 230, &[SIZES, COLOURS]),
    model("1210", "Ullongs Vinje", "Ull", "Saueholmen", 749, 220, &[SIZES]),
    model("1220", "Strikkegenser Setesdal", "Ull", "Saueholmen", 1899, 640, &[SIZES]),
    model("1230", "Ullsokker Hardanger", "Ull", "Saueholmen", 189, 90, &[SOCKS]),
    model("1300", "Lue Finse", "Tilbehør", "Saueholmen", 349, 80, &[WARM]),
    model("1310", "Votter Finse", "Tilbehør", "Saueholmen", 399, 110, &[WARM]),
    model("1320", "Hals Finse", "Tilbehør", "Saueholmen", 249, 60, &[]),
    model("1400", "Fjellsko Besseggen", "Sko", "Bre & Berg", 2299, 1350, &[SHOES]),
    model("1410", "Tursko Nordmarka", "Sko", "Bre & Berg", 1599, 980, &[SHOES]),
    model("1420", "Gummistøvler Utsira", "Sko", "Bre & Berg", 899, 1600, &[SHOES]),
    model("1500", "Tursekk 28 liter", "Sekker", "Bre & Berg", 1349, 950, &[COLOURS]),
    model("1510", "Fjellsekk 65 liter", "Sekker", "Bre & Berg", 2799, 1900, &[]),
    model("1520", "Drikkeflaske 0,75 liter", "Turutstyr", "Bre & Berg", 229, 160, &[WARM]),
    model("1530", "Termos 1 liter", "Turutstyr", "Bre & Berg", 449, 560, &[]),
    model("1540", "Kåsa i bjørk", "Turutstyr", "Snekkeriet i Bø", 389, 70, &[]),
    model("1550", "Hodelykt 400 lumen", "Turutstyr", "Bre & Berg", 549, 95, &[]),
    model("1560", "Tofrontbrenner", "Turutstyr", "Bre & Berg", 1099, 780, &[]),
    model("1570", "Telt Dovre 2 personer", "Turutstyr", "Bre & Berg", 4999, 2600, &[]),
    model("1580", "Sovepose Dovre -5", "Turutstyr", "Bre & Berg", 2199, 1250, &[]),
    model("1590", "Liggeunderlag", "Turutstyr", "Bre & Berg", 699, 420, &[]),
    model("1600", "Kaffe Mørk Bryggen 250 g", "Mat og drikke", "Brenneriet Bergen", 129, 270, &[GROUND]),
    model("1610", "Kaffe Lys Fløyen 250 g", "Mat og drikke", "Brenneriet Bergen", 139, 270, &[GROUND]),
    model("1620", "Turmat Reinsgryte", "Mat og drikke", "Vidda Turmat", 119, 140, &[]),
    model("1630", "Turmat Linsegryte", "Mat og drikke", "Vidda Turmat", 109, 140, &[]),
    model("1640", "Kvikk energi, eske med 12", "Mat og drikke", "Vidda Turmat", 249, 720, &[]),
    model("1700", "Turkniv Geilo", "Kniver", "Snekkeriet i Bø", 1149, 190, &[]),
    model("1710", "Fiskestang Namsen", "Fiske", "Elvelangs", 1799, 310, &[]),
    model("1720", "Fiskesnelle Namsen", "Fiske", "Elvelangs", 999, 290, &[]),
    model("1730", "Sluksett, 6 stk.", "Fiske", "Elvelangs", 279, 130, &[]),
];
