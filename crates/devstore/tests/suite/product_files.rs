//! Products from files in Shopify's own form.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::shop::Shop;

const OLDER: &str = "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,\
    Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,\
    Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Gift Card,Variant Weight Unit,Cost per item,\
    Variant Tax Code,SEO Title,Image Alt Text,Variant Image";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

async fn products(shop: &Shop) -> Value {
    let document = "{ products(first: 50, sortKey: TITLE) { nodes { handle title descriptionHtml vendor productType tags status
        options { name values } variants(first: 10) { nodes { title sku barcode price compareAtPrice taxable inventoryPolicy
        inventoryQuantity inventoryItem { tracked requiresShipping unitCost { amount } measurement { weight { value unit } } } } } } } }";
    shop.data(document).await["products"]["nodes"].clone()
}

#[tokio::test]
async fn a_row_is_a_variant_and_the_first_of_a_handle_the_product() {
    let text = format!(
        "{OLDER}
jumper,Jumper,<p>Warm</p>,Fjellheim,Wool,\"warm, wool\",true,Size,S,J-S,250,shopify,7,continue,799.50,999,true,true,7090042000012,https://x/1.jpg,false,kg,300,P0000,Varm genser,Foran,
jumper,,,,,,,,M,J-M,260,shopify,0,deny,799.50,,true,false,,,,kg,,,,,https://x/2.jpg
jumper,,,,,,,,,,,,,,,,,,,https://x/3.jpg,,,,,,,
card,Gift card,,,,,false,Title,Default Title,,,,,,100,,false,false,,,true,,,,,,
"
    );
    let folder = folder(&[("a.csv", &text)]);
    let shop = Shop::new();
    let loaded = shop.handle().load_products(folder.path(), None).unwrap();
    assert_eq!((loaded.products, loaded.variants), (2, 3));
    assert_eq!(loaded.columns_left_out.into_iter().collect::<Vec<_>>(), ["Variant Tax Code"]);
    let products = products(&shop).await;
    let variant = |title: &str,
                   sku: Value,
                   barcode: Value,
                   compare: Value,
                   taxable: bool,
                   stock: (&str, i64),
                   weight: f64,
                   cost: Value| {
        json!({ "title": title, "sku": sku, "barcode": barcode, "price": "799.50", "compareAtPrice": compare, "taxable": taxable,
            "inventoryPolicy": stock.0, "inventoryQuantity": stock.1, "inventoryItem": { "tracked": true, "requiresShipping": true,
            "unitCost": cost, "measurement": { "weight": { "value": weight, "unit": "KILOGRAMS" } } } })
    };
    let small = ("CONTINUE", 7);
    assert_eq!(
        products[1],
        json!({ "handle": "jumper", "title": "Jumper", "descriptionHtml": "<p>Warm</p>", "vendor": "Fjellheim",
            "productType": "Wool", "tags": ["warm", "wool"], "status": "ACTIVE",
            "options": [{ "name": "Size", "values": ["S", "M"] }],
            "variants": { "nodes": [
                variant("S", "J-S".into(), "7090042000012".into(), "999.00".into(), true, small, 0.25, json!({ "amount": "300.0" })),
                variant("M", "J-M".into(), Value::Null, Value::Null, false, ("DENY", 0), 0.26, Value::Null),
            ] } })
    );
    let pictures = "{ products(first: 1, sortKey: TITLE, reverse: true) { nodes { publishedAt seo { title }
        media(first: 5) { nodes { alt status } } variants(first: 5) { nodes { media(first: 1) { nodes { id } } } } } } }";
    let jumper = shop.data(pictures).await["products"]["nodes"][0].clone();
    let picture = |alt: Value| json!({ "alt": alt, "status": "READY" });
    assert_eq!(jumper["media"]["nodes"], json!([picture("Foran".into()), picture(Value::Null), picture(Value::Null)]));
    assert_eq!((&jumper["seo"]["title"], jumper["publishedAt"].is_string()), (&"Varm genser".into(), true));
    let shown = |place: usize| jumper["variants"]["nodes"][place]["media"]["nodes"].as_array().unwrap().len();
    assert_eq!((shown(0), shown(1)), (0, 1));
    assert_eq!(
        (&products[0]["status"], &products[0]["variants"]["nodes"][0]["title"]),
        (&"DRAFT".into(), &"Default Title".into())
    );
}

#[tokio::test]
async fn the_later_form_of_the_file_is_read_as_well_and_a_handle_that_is_there_is_changed() {
    let later = |price: &str| {
        format!("\u{feff}Title,URL handle,Status,SKU,Option1 name,Option1 value,Price,Charge tax,Inventory tracker,Inventory quantity,Continue selling when out of stock
Knife,knife,Draft,K,Title,Default Title,{price},TRUE,shopify,3,TRUE
")
    };
    let shop = Shop::new();
    for price in ["10", "12.5"] {
        let folder = folder(&[("knives.csv", &later(price))]);
        shop.handle().load_products(folder.path(), None).unwrap();
        let products = products(&shop).await;
        assert_eq!(products.as_array().unwrap().len(), 1);
        let variant = &products[0]["variants"]["nodes"][0];
        assert_eq!((&products[0]["status"], &variant["inventoryPolicy"]), (&"DRAFT".into(), &"CONTINUE".into()));
        assert_eq!(variant["price"], format!("{:.2}", price.parse::<f64>().unwrap()));
    }
}

#[tokio::test]
async fn a_file_that_is_wrong_is_named_with_the_line_and_nothing_is_loaded() {
    let good = "Handle,Title,Variant Price\nlamp,Lamp,5\n";
    for (name, text, why) in [
        ("orders.csv", "Name,Email\n#1001,a@b.no\n", "names no column Handle"),
        ("price.csv", "Handle,Title,Variant Price\nsaw,Saw,cheap\n", "line 2: 'cheap' is no price"),
        (
            "unit.csv",
            "Handle,Title,Variant Price,Variant Grams,Variant Weight Unit\nsaw,Saw,1,5,stone\n",
            "'stone' is no unit",
        ),
        (
            "title.csv",
            "Handle,Title,Variant Price\n\"two\nlines\",,1\n",
            "line 2: the store refuses it: Title can't be blank",
        ),
        ("ragged.csv", "Handle,Title\nsaw,Saw,1\n", "ragged.csv"),
    ] {
        let shop = Shop::new();
        let folder = folder(&[("a-good.csv", good), (name, text)]);
        let error = shop.handle().load_products(folder.path(), None).unwrap_err().to_string();
        assert!(error.contains(name) && error.contains(why), "{error}");
        assert_eq!(products(&shop).await, json!([]));
    }
    let latin = folder(&[]);
    fs::write(latin.path().join("latin.csv"), b"Handle,Title\nbr\xf8d,Br\xf8d\n").unwrap();
    let error = Shop::new().handle().load_products(latin.path(), None).unwrap_err().to_string();
    assert!(error.contains("save it as CSV in UTF-8"), "{error}");
    let empty = folder(&[("readme.txt", "")]);
    let error = Shop::new().handle().load_products(empty.path(), None).unwrap_err().to_string();
    assert!(error.contains("no file in it ends in .csv"), "{error}");
}

/// Shopify's sample products, beside the repository.
fn samples() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = ["../../..", "../../../.."].iter().map(|up| here.join(up).join("shared/data/products"));
    let found = found.into_iter().find(|folder| folder.is_dir());
    if found.is_none() {
        eprintln!("SKIPPED: ../shared/data/products does not exist, so Shopify's sample products were not loaded");
    }
    found
}

#[tokio::test]
async fn the_sample_products_of_shopify_are_loaded() {
    let Some(samples) = samples() else { return };
    let shop = Shop::new();
    let loaded = shop.handle().load_products(&samples, None).unwrap();
    let count = |variants: bool| {
        let files = ["apparel", "home-and-garden", "jewelery"].map(|name| samples.join(name).with_extension("csv"));
        let rows = files.iter().flat_map(|file| {
            let mut reader = csv::Reader::from_path(file).unwrap();
            let rows: Vec<_> =
                reader.deserialize::<std::collections::HashMap<String, String>>().map(Result::unwrap).collect();
            rows
        });
        rows.filter(|row| if variants { !row["Variant Price"].is_empty() } else { !row["Title"].is_empty() }).count()
    };
    assert_eq!((loaded.products, loaded.variants), (count(false), count(true)));
    assert_eq!(shop.handle().holds(None).unwrap().products, loaded.products);
}
