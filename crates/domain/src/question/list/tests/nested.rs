//! Choices that stand under their question.

use crate::question::{AnswerType, Question, from_list};

/// Each question of a list with what can be chosen: `text = a|b`.
fn outline(list: &str) -> Vec<String> {
    let line = |question: Question| match question.answer {
        AnswerType::Choice { options, .. } => {
            let labels: Vec<&str> =
                options.iter().map(|option| option.labels[0].as_str()).collect();
            format!("{} = {}", question.text, labels.join("|"))
        }
        AnswerType::YesNo => format!("{} = yes_no", question.text),
        _ => question.text,
    };
    from_list(list, Some("fr")).questions.into_iter().map(line).collect()
}

#[test]
fn lines_under_a_question_are_its_choices() {
    for (list, expected) in [
        (
            "1. Quel véhicule ?\n   - neuve\n   - occasion\n   - démonstration\n2. Votre budget ?",
            vec!["Quel véhicule ? = neuve|occasion|démonstration", "Votre budget ?"],
        ),
        ("2) Quel véhicule ?\n• neuve\n• occasion", vec!["Quel véhicule ? = neuve|occasion"]),
        ("1. Type de véhicule\n- neuve\n- occasion", vec!["Type de véhicule = neuve|occasion"]),
        ("1. Véhicule ?\n-neuve,\n-occasion.", vec!["Véhicule ? = neuve|occasion"]),
        ("1. Véhicule ?\n\ta) neuve\n\tb) occasion", vec!["Véhicule ? = neuve|occasion"]),
        ("1. Véhicule ?\n   1. neuve\n   2. occasion", vec!["Véhicule ? = neuve|occasion"]),
        ("1. Véhicule ?\n\n  neuve\n\n  occasion", vec!["Véhicule ? = neuve|occasion"]),
        (
            "- Véhicule ?\n  - neuve\n  - occasion\n- Nom ?",
            vec!["Véhicule ? = neuve|occasion", "Nom ?"],
        ),
        ("[](Q4) Véhicule ?\n- neuve\n- neuve\n- occasion", vec!["Véhicule ? = neuve|occasion"]),
        (
            "Quel budget ?\n- moins de 10k\n- plus de 10k",
            vec!["Quel budget ? = moins de 10k|plus de 10k"],
        ),
        ("1. Propriétaire ?\n   - oui\n   - non", vec!["Propriétaire ? = yes_no"]),
        (
            "1. Comment vous joindre ?\n - e-mail\n - téléphone",
            vec!["Comment vous joindre ? = e-mail|téléphone"],
        ),
        (
            "1. Véhicule ?\n - neuve\n - occasion\n - Si occasion, quel âge ?",
            vec!["Véhicule ? = neuve|occasion", "Si occasion, quel âge ?"],
        ),
        (
            "Le véhicule\n  1. Type\n     - neuve\n     - occasion\n  2. Marque",
            vec!["Le véhicule", "Type = neuve|occasion", "Marque"],
        ),
        // Questions of their own.
        ("- Votre budget ?\n- Votre projet ?", vec!["Votre budget ?", "Votre projet ?"]),
        ("- Budget\n- Projet\n- Délai", vec!["Budget", "Projet", "Délai"]),
        ("1. Budget\n2. Projet\n3. Délai", vec!["Budget", "Projet", "Délai"]),
        ("Budget\n  Projet\n  Délai", vec!["Budget", "Projet", "Délai"]),
        ("1. Contact\n - Nom\n - E-mail", vec!["Contact", "Nom", "E-mail"]),
        (
            "1. Qualification\n - Votre budget\n - Votre projet",
            vec!["Qualification", "Votre budget", "Votre projet"],
        ),
        ("1. Projet\n - Achat\n - Quel délai ?", vec!["Projet", "Achat", "Quel délai ?"]),
        ("Vos coordonnées ?\n- nom\n- e-mail", vec!["Vos coordonnées ?", "nom", "e-mail"]),
        ("1. Budget ?\n - large\n - Large", vec!["Budget ?", "large", "Large"]),
        ("1. Budget ?\n   - en euros", vec!["Budget ?", "en euros"]),
        ("1. Budget ?\n   - [](Q7) Projet\n   - [](Q8) Délai", vec!["Budget ?", "Projet", "Délai"]),
    ] {
        assert_eq!(outline(list), expected, "{list:?}");
    }
}

#[test]
fn too_many_lines_are_no_choices() {
    for (count, expected) in [(59, 1), (60, 61), (200, 201)] {
        let lines: String = (0..count).map(|at| format!("- choix {at}\n")).collect();
        assert_eq!(outline(&format!("1. Lequel ?\n{lines}")).len(), expected, "{count}");
    }
}
