use serde_json::Value;

/// Types that GraphQL itself has.
const BUILT_IN: [&str; 5] = ["String", "Int", "Float", "Boolean", "ID"];
/// Directives that GraphQL itself has.
const KNOWN_DIRECTIVES: [&str; 5] = ["include", "skip", "deprecated", "specifiedBy", "oneOf"];

/// The schema of an introspection result, as SDL without descriptions. `None` when it is something else.
pub(super) fn from_introspection(result: &Value) -> Option<String> {
    let schema = result.pointer("/data/__schema").or_else(|| result.get("__schema"))?;
    let root = |of: &str| schema.get(of).and_then(|root| root.get("name")).and_then(Value::as_str);
    let mut text = format!("schema {{\n  query: {}\n", root("queryType")?);
    if let Some(mutation) = root("mutationType") {
        text += &format!("  mutation: {mutation}\n");
    }
    text += "}\n";
    for directive in list(schema, "directives").filter(|directive| !KNOWN_DIRECTIVES.contains(&name(directive))) {
        let places: Vec<&str> = list(directive, "locations").filter_map(Value::as_str).collect();
        text += &format!("\ndirective @{}{} on {}\n", name(directive), arguments(directive), places.join(" | "));
    }
    for definition in list(schema, "types") {
        if !BUILT_IN.contains(&name(definition)) && !name(definition).starts_with("__") {
            text.push('\n');
            text += &type_definition(definition);
        }
    }
    Some(text)
}

fn type_definition(of: &Value) -> String {
    let name_of = name(of);
    match string(of, "kind") {
        "SCALAR" => format!("scalar {name_of}\n"),
        "UNION" => format!("union {name_of} = {}\n", names(of, "possibleTypes", " | ")),
        "ENUM" => {
            let value = |value: &Value| format!("{}{}", name(value), deprecated(value));
            block(&format!("enum {name_of}"), list(of, "enumValues").map(value))
        }
        "INPUT_OBJECT" => {
            let one_of = if of.get("isOneOf") == Some(&Value::Bool(true)) { " @oneOf" } else { "" };
            block(&format!("input {name_of}{one_of}"), list(of, "inputFields").map(input_value))
        }
        kind => {
            let word = if kind == "INTERFACE" { "interface" } else { "type" };
            let interfaces = match names(of, "interfaces", " & ") {
                none if none.is_empty() => none,
                some => format!(" implements {some}"),
            };
            block(&format!("{word} {name_of}{interfaces}"), list(of, "fields").map(field))
        }
    }
}

fn block(head: &str, members: impl Iterator<Item = String>) -> String {
    let members: String = members.map(|member| format!("  {member}\n")).collect();
    format!("{head} {{\n{members}}}\n")
}

fn field(field: &Value) -> String {
    format!("{}{}: {}{}", name(field), arguments(field), type_of(field.get("type")), deprecated(field))
}

fn arguments(of: &Value) -> String {
    let all: Vec<String> = list(of, "args").map(input_value).collect();
    if all.is_empty() { String::new() } else { format!("({})", all.join(", ")) }
}

fn input_value(value: &Value) -> String {
    let default = match value.get("defaultValue").and_then(Value::as_str) {
        Some(default) => format!(" = {default}"),
        None => String::new(),
    };
    format!("{}: {}{default}{}", name(value), type_of(value.get("type")), deprecated(value))
}

fn type_of(of: Option<&Value>) -> String {
    let Some(of) = of else { return String::new() };
    match string(of, "kind") {
        "NON_NULL" => format!("{}!", type_of(of.get("ofType"))),
        "LIST" => format!("[{}]", type_of(of.get("ofType"))),
        _ => name(of).to_owned(),
    }
}

fn deprecated(of: &Value) -> String {
    if of.get("isDeprecated") != Some(&Value::Bool(true)) {
        return String::new();
    }
    // A JSON string is a GraphQL string.
    format!(" @deprecated(reason: {})", Value::from(string(of, "deprecationReason")))
}

fn names(of: &Value, list_of: &str, between: &str) -> String {
    list(of, list_of).map(name).collect::<Vec<_>>().join(between)
}

fn list<'a>(of: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    of.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn name(of: &Value) -> &str {
    string(of, "name")
}

fn string<'a>(of: &'a Value, name: &str) -> &'a str {
    of.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_introspection_result_becomes_the_schema_that_it_was_made_of() {
        let named = |kind: &str, name: &str| json!({ "kind": kind, "name": name, "ofType": null });
        let non_null = |of: Value| json!({ "kind": "NON_NULL", "name": null, "ofType": of });
        let of_two = json!({ "name": "first", "type": named("SCALAR", "Int"), "defaultValue": "10" });
        let field = json!({ "name": "orders", "args": [of_two], "type": non_null(named("OBJECT", "Order")),
            "isDeprecated": true, "deprecationReason": "Use \"others\"." });
        let result = json!({ "data": { "__schema": {
            "queryType": { "name": "QueryRoot" },
            "mutationType": null,
            "directives": [{ "name": "idempotent", "locations": ["FIELD"], "args": [
                { "name": "key", "type": non_null(named("SCALAR", "String")), "defaultValue": null }] }],
            "types": [
                { "kind": "SCALAR", "name": "String" },
                { "kind": "SCALAR", "name": "Money" },
                { "kind": "OBJECT", "name": "QueryRoot", "interfaces": [named("INTERFACE", "Node")], "fields": [field] },
                { "kind": "INPUT_OBJECT", "name": "OneInput", "isOneOf": true, "inputFields": [
                    { "name": "id", "type": named("SCALAR", "ID"), "defaultValue": null }] },
            ],
        } } });
        let expected = "schema {\n  query: QueryRoot\n}\n\ndirective @idempotent(key: String!) on FIELD\n\nscalar Money\n\n\
            type QueryRoot implements Node {\n  orders(first: Int = 10): Order! @deprecated(reason: \"Use \\\"others\\\".\")\n}\n\n\
            input OneInput @oneOf {\n  id: ID\n}\n";
        assert_eq!(from_introspection(&result).unwrap(), expected);
    }

    #[test]
    fn something_else_is_no_schema() {
        assert_eq!(from_introspection(&json!({ "errors": [] })), None);
    }
}
