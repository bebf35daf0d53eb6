use serde_json::Value;

/// The most that is kept of a body, in bytes.
pub const MOST: usize = 64 * 1024;
/// How many of a list are kept, from round to round, until it fits.
const KEPT: [usize; 4] = [50, 10, 3, 1];

/// A body as it is kept: whole when it fits, else with its lists shortened, so that it still is JSON; only what does not
/// fit even so is cut off.
pub(super) fn fit(value: &Value) -> String {
    let whole = value.to_string();
    if whole.len() <= MOST {
        return whole;
    }
    for kept in KEPT {
        let text = shortened(value, kept).to_string();
        if text.len() <= MOST {
            return text;
        }
    }
    fit_text(&whole)
}

/// The same for a text.
pub(super) fn fit_text(text: &str) -> String {
    let readable = text.replace('\0', "");
    if readable.len() <= MOST {
        return readable;
    }
    let end = readable.floor_char_boundary(MOST);
    format!("{}\u{2026} ({} bytes in all)", readable.get(..end).unwrap_or_default(), text.len())
}

/// The first letters of a text, on one line.
pub(super) fn preview(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(50).collect()
}

fn shortened(value: &Value, kept: usize) -> Value {
    match value {
        Value::Array(values) => {
            let mut short: Vec<Value> = values.iter().take(kept).map(|value| shortened(value, kept)).collect();
            let left_out = values.len().saturating_sub(kept);
            if left_out > 0 {
                short.push(format!("\u{2026} and {left_out} more").into());
            }
            Value::Array(short)
        }
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.clone(), shortened(value, kept))).collect())
        }
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_fits_is_kept_whole() {
        let value = json!({ "data": { "nodes": [1, 2, 3] } });
        assert_eq!(fit(&value), value.to_string());
    }

    #[test]
    fn long_lists_are_shortened_and_the_rest_stays_json() {
        let orders: Vec<Value> =
            (0..250).map(|at| json!({ "name": format!("#{at}"), "pad": "x".repeat(2_000) })).collect();
        let kept = fit(&json!({ "data": { "nodes": orders, "hasNextPage": true } }));
        assert!(kept.len() <= MOST);
        let value: Value = serde_json::from_str(&kept).unwrap();
        assert_eq!(value["data"]["hasNextPage"], true);
        assert_eq!(value["data"]["nodes"][10], "\u{2026} and 240 more");
    }

    #[test]
    fn what_has_no_list_is_cut_off_between_two_letters() {
        let kept = fit(&json!("\u{f8}".repeat(MOST)));
        assert!(kept.len() < MOST + 40 && kept.ends_with("bytes in all)"), "{}", kept.len());
    }

    #[test]
    fn a_preview_is_fifty_letters_on_one_line() {
        assert_eq!(preview("<html>\n<body>"), "<html><body>");
        assert_eq!(preview(&"\u{f8}".repeat(60)).chars().count(), 50);
    }
}
