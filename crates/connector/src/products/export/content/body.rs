//! The description of a product, in HTML: the item's extended text, then its marketing text.

use crate::shops;

/// What stands around each text.
const FRAME: (&str, &str) = ("<div class=\"productDescription\">", "</div><br>");

/// The texts of an item, in the language of the shop.
#[derive(Clone, Copy, Debug, Default)]
pub struct Texts<'a> {
    /// What is said of it on documents, with line breaks.
    pub extended: &'a str,
    /// What is said of it where it is sold, in HTML.
    pub marketing: &'a str,
}

/// The description, of the parts that the shop card asks for. Texts come from elsewhere, the marketing text even from stores:
/// what could run in the browser of a buyer is taken out.
pub fn body(shop: &shops::Model, texts: Texts<'_>) -> String {
    let mut body = String::new();
    if shop.sync_item_extended_text && !texts.extended.trim().is_empty() {
        body.push_str(FRAME.0);
        extended(&ammonia::clean(texts.extended), &mut body);
        body.push_str(FRAME.1);
    }
    if shop.sync_item_marketing_text && !texts.marketing.trim().is_empty() {
        body.push_str(FRAME.0);
        body.push_str(&ammonia::clean(texts.marketing));
        body.push_str(FRAME.1);
    }
    body
}

/// The text of a description: without the frame of one that was brought to a store from here, so that it is not framed twice.
pub fn unframed(description: &str) -> &str {
    let description = description.trim();
    let text = description.strip_prefix(FRAME.0).and_then(|rest| rest.strip_suffix(FRAME.1));
    text.filter(|text| !text.contains(FRAME.0)).map_or(description, str::trim)
}

/// Lines go on as text until one ends a sentence or is empty.
fn extended(text: &str, body: &mut String) {
    body.push_str("  ");
    for line in text.lines() {
        body.push_str(line);
        match line.chars().last() {
            None | Some('.' | '?' | '!' | ':') => body.push_str("<br />  "),
            Some('/') => {}
            Some(_) => body.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;
    use values::Code;

    use super::*;

    fn shop(extended: bool, marketing: bool) -> shops::Model {
        shops::Model {
            sync_item_extended_text: extended,
            sync_item_marketing_text: marketing,
            ..shops::Model::new(Uuid::nil(), Code::cut("DEMO"), String::new(), String::new())
        }
    }

    #[test]
    fn lines_go_on_until_a_sentence_ends() {
        let texts = Texts { extended: "Fine wood.\nOak", marketing: "" };
        assert_eq!(
            body(&shop(true, true), texts),
            "<div class=\"productDescription\">  Fine wood.<br />  Oak </div><br>"
        );
        let texts = Texts { extended: "Norway/\nSweden\n\nNew", marketing: "" };
        assert_eq!(
            body(&shop(true, true), texts),
            "<div class=\"productDescription\">  Norway/Sweden <br />  New </div><br>"
        );
    }

    #[test]
    fn only_what_the_card_asks_for_and_what_there_is_becomes_a_part() {
        let texts = Texts { extended: "Oak", marketing: "<b>Warm</b>" };
        assert_eq!(body(&shop(false, false), texts), "");
        assert_eq!(body(&shop(false, true), texts), "<div class=\"productDescription\"><b>Warm</b></div><br>");
        assert_eq!(body(&shop(true, true), Texts::default()), "");
    }

    #[test]
    fn a_text_that_comes_back_has_no_frame() {
        let both = Texts { extended: "Oak", marketing: "<p>Warm</p>" };
        let marketing = body(&shop(false, true), both);
        assert_eq!(unframed(&marketing), "<p>Warm</p>");
        assert_eq!(unframed(" <p>Warm</p> "), "<p>Warm</p>");
        let two = body(&shop(true, true), both);
        assert_eq!(unframed(&two), two, "which is which is not known");
    }

    #[test]
    fn nothing_runs_in_the_browser_of_a_buyer() {
        let texts = Texts {
            extended: "Oak<script>alert(1)</script>",
            marketing: "<p onclick=\"steal()\">Warm</p><iframe src=\"https://evil.example\"></iframe>",
        };
        let body = body(&shop(true, true), texts);
        assert!(body.contains("<p>Warm</p>") && body.contains("Oak"), "{body}");
        for gone in ["<script", "alert", "onclick", "iframe"] {
            assert!(!body.contains(gone), "{gone} is in {body}");
        }
    }
}
