//! Codes as pictures: black on white with the quiet zone that readers ask for,
//! error correction M, so that it's good on paper too (ISO/IEC 18004).

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use crate::InvalidCode;

/// Light modules on each side.
const QUIET: usize = 4;

/// `text` as an SVG that scales to any size; one unit is one module.
pub fn svg(text: &str) -> Result<String, InvalidCode> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().map_err(|_| InvalidCode::TooLong)?;
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for row in 0..code.size {
        let mut column = 0;
        while let Some(module) = code[row].get(column) {
            let dark = module.value();
            let run = code[row][column..].iter().take_while(|next| next.value() == dark).count();
            if dark {
                let (x, y) = (column + QUIET, row + QUIET);
                // Writing to a string can't fail.
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            column += run;
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use portal_domain::{Currency, Money};
    use proptest::prelude::*;

    use super::*;
    use crate::{epc, spayd, zbp};

    /// What a reader of QR codes sees in the picture, and the code's version.
    fn scanned(svg: &str) -> (String, usize) {
        const SCALE: usize = 4;
        let side: usize =
            svg.split("viewBox=\"0 0 ").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
        let path = svg.rsplit_once("<path d=\"").unwrap().1.split('"').next().unwrap();
        let mut dark = vec![false; side * side];
        for run in path.split_terminator('z') {
            let (place, size) = run.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let run: usize = size.split('v').next().unwrap().parse().unwrap();
            dark[y * side + x..y * side + x + run].fill(true);
        }
        let pixels = side * SCALE;
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(pixels, pixels, |x, y| {
            if dark[y / SCALE * side + x / SCALE] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        let (meta, text) = grids[0].decode().unwrap();
        assert_eq!(meta.ecc_level, 0, "error correction M is written 0");
        (text, meta.version.0)
    }

    #[test]
    fn the_published_codes_are_read_from_their_pictures() {
        for text in [
            "SPD*1.0*ACC:CZ7801000000000000000123*AM:799.50*CC:CZK*DT:20221001*X-VS:9562231077",
            "1234567890|PL|92124012340001567890123456|001200|Odbiorca 1|FV 1234/34/2012|||",
            "BCD\n002\n1\nSCT\n\nVzorové služby\nDE89370400440532013000\nEUR149.90\n\nRF18539007547034",
        ] {
            assert_eq!(scanned(&svg(text).unwrap()).0, text);
        }
    }

    #[test]
    fn a_czech_payment_takes_the_dense_alphabet() {
        let text =
            "SPD*1.0*ACC:CZ7801000000000000000123*AM:799.50*CC:CZK*DT:20221001*X-VS:9562231077";
        // Version 4-M holds 90 such characters; as bytes it would take version 5.
        assert_eq!(scanned(&svg(text).unwrap()).1, 4);
    }

    #[test]
    fn more_than_a_code_holds_is_refused() {
        assert_eq!(svg(&"x".repeat(3000)), Err(InvalidCode::TooLong));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn whatever_is_paid_is_read_from_the_picture(
            minor in 1..=999_999_999_i64,
            name in "[A-Za-z0-9ěščřžýáíéůúłąęśćżź*% ]{1,80}",
            text in "[A-Za-z0-9ěščřžýáíéůúłąęśćżź*%|/ ]{0,160}",
        ) {
            let amount = |currency| Some(Money { minor, currency });
            let name = format!("A{name}");
            let czech = spayd::Payment {
                amount: amount(Currency::Czk),
                payee: Some(name.clone()),
                message: Some(text.clone()),
                ..spayd::Payment::to("CZ6508000000192000145399".parse().unwrap())
            };
            let polish = zbp::Payment {
                payee: zbp::Payee::Person,
                account: "PL61109010140000071219812874".parse().unwrap(),
                amount: amount(Currency::Pln),
                name: name.clone(),
                title: text.clone(),
            };
            let european = epc::Transfer {
                bic: None,
                name,
                account: "AT611904300234573201".parse().unwrap(),
                amount: amount(Currency::Eur),
                purpose: None,
                remittance: Some(epc::Remittance::Text(text.clone())),
                note: Some(text),
            };
            for code in [czech.code(), polish.code(), european.code()] {
                let code = code.unwrap();
                let (read, version) = scanned(&svg(&code).unwrap());
                prop_assert_eq!(read, code);
                prop_assert!(version <= 13);
            }
        }
    }
}
