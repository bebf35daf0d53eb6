//! The reference of the objects tells each of them, with its category, filters and options.

use database::Engine;
use serde_json::Value;

use crate::world::World;

const REFERENCE: &str = include_str!("../../../../docs/reference/objects.md");

/// What is told of an object.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    title: String,
    /// The category, then the filters that its request page shows at first.
    category_and_filters: Vec<String>,
    options: Vec<String>,
}

/// As the API tells it.
fn described(object: &Value) -> Told {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut category_and_filters = vec![text(&object["category"])];
    for table in object["tables"].as_array().unwrap() {
        let offered = table["fields"].as_array().unwrap().iter().filter(|field| field["offered"] == true);
        category_and_filters.extend(offered.map(|field| format!("{}.{}", text(&table["name"]), text(&field["name"]))));
    }
    let options = object["schema"]["properties"].as_object().into_iter().flatten();
    Told {
        title: format!("{} {}", object["objectId"], text(&object["caption"])),
        category_and_filters,
        options: options.map(|(name, _)| name.clone()).collect(),
    }
}

/// As a section of the reference tells it.
fn written(section: &str) -> Told {
    let code = |line: &str| line.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let lines = || section.lines();
    Told {
        title: lines().next().unwrap_or_default().to_owned(),
        category_and_filters: lines().find(|line| line.starts_with("Category ")).map(code).unwrap_or_default(),
        options: lines()
            .filter(|line| line.starts_with("| `"))
            .filter_map(|line| code(line).into_iter().next())
            .collect(),
    }
}

#[tokio::test]
async fn the_reference_tells_every_object_with_its_options_and_filters() {
    let objects = World::new(Engine::Sqlite).await.read("/api/v1/jobQueueObjects").await.expect(200);
    let described: Vec<Told> = objects["value"].as_array().unwrap().iter().map(described).collect();
    let written: Vec<Told> = REFERENCE.split("\n## ").skip(1).map(written).collect();
    assert_eq!(written, described, "docs/reference/objects.md tells something else than the objects are");
}
