//! Every document that we can send.

use std::path::{Path, PathBuf};

use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use shopify::cost::GOAL;
use shopify::documents;

use crate::formula;

/// Shopify's file uses the directive and does not define it.
const ONE_OF: &str = "directive @oneOf on INPUT_OBJECT\n";

fn subset() -> Valid<Schema> {
    Schema::parse_and_validate(shopify_schema::SDL, "admin.graphql").unwrap_or_else(|errors| panic!("{errors}"))
}

/// Shopify's own schema of `version`: in the folder that `cargo xtask schema` names, or beside the workspace.
fn full(version: &str) -> Option<Valid<Schema>> {
    let name = format!("admin-{version}.graphql");
    let named = std::env::var_os("KOBLING_SHOPIFY_SCHEMAS").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|folder| folder.join("shared/shopify"));
    let mut folders = named.into_iter().chain(beside);
    let Some(text) = folders.find_map(|folder| std::fs::read_to_string(folder.join(&name)).ok()) else {
        eprintln!("SKIPPED: {name} is not there, so no document was validated by it; `cargo xtask schema` fetches it");
        return None;
    };
    Some(Schema::parse_and_validate(format!("{ONE_OF}{text}"), name).unwrap_or_else(|errors| panic!("{errors}")))
}

fn parse(schema: &Valid<Schema>, document: &documents::Listed) -> Valid<ExecutableDocument> {
    ExecutableDocument::parse_and_validate(schema, document.text, document.name)
        .unwrap_or_else(|errors| panic!("{}: {errors}", document.name))
}

#[test]
fn every_document_is_valid_by_our_subset_of_the_schema() {
    let schema = subset();
    for document in documents::all() {
        let parsed = parse(&schema, &document);
        assert!(parsed.operations.get(Some(document.name)).is_ok(), "{} has another name inside", document.name);
    }
}

#[test]
fn every_document_is_valid_by_shopifys_own_schema() {
    let Some(schema) = full(shopify_schema::API_VERSION) else { return };
    for document in documents::all() {
        parse(&schema, &document);
    }
}

/// What a later version of Shopify's will read otherwise: lines of returns that no one has verified are no longer among
/// the lines of a return.
const CHANGE_LATER: [&str; 3] = ["RefundsOfOrders", "AllOfReturn", "MoreReturns"];

#[test]
fn the_documents_that_the_next_schema_takes_no_more_are_known() {
    let Some(schema) = full("unstable") else { return };
    let is_refused = |document: &documents::Listed| {
        ExecutableDocument::parse_and_validate(&schema, document.text, document.name).is_err()
    };
    let refused: Vec<_> = documents::all().iter().filter(|one| is_refused(one)).map(|one| one.name).collect();
    assert_eq!(refused, CHANGE_LATER);
}

#[test]
fn a_bulk_query_is_as_valid_as_a_document() {
    let queries = [
        documents::orders::bulk_query("status:open AND name:\"#1\"", documents::orders::Reach::ALL),
        documents::products::bulk_query("gift_card:false AND title:\"Shirt\""),
        documents::inventory::bulk_query(),
    ];
    for schema in [Some(subset()), full(shopify_schema::API_VERSION)].into_iter().flatten() {
        for query in &queries {
            ExecutableDocument::parse_and_validate(&schema, query.as_str(), "bulk")
                .unwrap_or_else(|why| panic!("{why}"));
        }
    }
}

#[test]
fn no_document_selects_a_deprecated_field() {
    fn walk(set: &apollo_compiler::executable::SelectionSet, found: &mut Vec<String>) {
        use apollo_compiler::executable::Selection;
        for selection in &set.selections {
            match selection {
                Selection::Field(field) => {
                    if field.definition.directives.get("deprecated").is_some() {
                        found.push(format!("{}.{}", set.ty, field.name));
                    }
                    walk(&field.selection_set, found);
                }
                Selection::InlineFragment(fragment) => walk(&fragment.selection_set, found),
                Selection::FragmentSpread(_) => panic!("documents have no named fragments"),
            }
        }
    }
    let schema = subset();
    let mut found = Vec::new();
    for document in documents::all() {
        for operation in parse(&schema, &document).operations.iter() {
            walk(&operation.selection_set, &mut found);
        }
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn the_known_cost_of_every_document_is_what_the_formula_says() {
    let schema = subset();
    let mut table = String::new();
    for document in documents::all() {
        let computed = formula::cost(&schema, &parse(&schema, &document), &document.variables);
        assert_eq!(document.cost, computed, "{}", document.name);
        assert!(document.cost <= GOAL, "{} costs {}", document.name, document.cost);
        table += &format!("{:<20} {:>4}\n", document.name, document.cost);
    }
    insta::assert_snapshot!("costs", table);
}

#[test]
fn a_thousand_orders_cost_a_dozen_calls_and_fewer_than_twelve_thousand_points() {
    let page = documents::all().into_iter().find(|document| document.name == "OrdersPage").unwrap();
    let calls = 1000_u32.div_ceil(documents::orders::PAGE);
    assert_eq!(calls, 12);
    assert!(calls * page.cost <= 12_000, "{}", calls * page.cost);
}

#[test]
fn the_text_of_every_document_is_as_it_was_reviewed() {
    for document in documents::all() {
        insta::assert_snapshot!(document.name, document.text);
    }
}
