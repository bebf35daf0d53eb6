use sha2::{Digest, Sha256};

/// As many letters of a title go into an address.
const LONGEST: usize = 60;

/// The address of a product in the store, by which it is known when its making is sent again. What comes last is the item's
/// number, or a digest of one that is not made of letters and digits alone: no two items have the same address.
pub fn handle(title: &str, item_number: &str) -> String {
    let name: String = slug(title).chars().take(LONGEST).collect();
    let name = Some(name.trim_end_matches('-')).filter(|name| !name.is_empty()).unwrap_or("item");
    let number: String =
        item_number.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect();
    if number.len() == item_number.len() {
        return format!("{name}-{number}");
    }
    let digest: String = Sha256::digest(item_number).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{name}-{number}-{digest}").replace("--", "-")
}

/// `Ulltrøye Vinje` becomes `ulltroye-vinje`.
fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'æ' | 'ä' => slug.push_str("ae"),
            'ø' | 'ö' => slug.push('o'),
            'å' => slug.push('a'),
            _ if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::handle;

    #[test]
    fn an_address_names_title_and_item() {
        assert_eq!(handle("Ulltrøye «Vinje»", "1000A"), "ulltroye-vinje-1000a");
        assert_eq!(handle("毛衣", "1000"), "item-1000");
    }

    #[test]
    fn no_two_items_have_the_same_address() {
        let numbers = ["1000A", "1000-A", "1000.A", "1000 A", "Å", "-"];
        let all: std::collections::HashSet<_> = numbers.iter().map(|number| handle("Shirt", number)).collect();
        assert_eq!(all.len(), numbers.len());
        assert_ne!(handle("Shirt 1", "000"), handle("Shirt", "1-000"));
    }
}
