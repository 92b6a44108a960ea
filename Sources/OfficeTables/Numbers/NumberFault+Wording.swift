import Languages
import VisitorModel

extension NumberFault {
    /// What is wrong, in one sentence.
    var message: BilingualText {
        switch self {
        case .unreadable:
            BilingualText(ja: "数値として読み取れません。", en: "This is not a number that can be read.")
        case .damagedSeparator:
            BilingualText(
                ja: "桁区切りの位置が正しくないため、数値を確定できません。",
                en: "The thousands separators are in the wrong places, so the number is uncertain.")
        case .negative(let number):
            BilingualText(
                ja: "件数や人数の列に負の数(\(number))があります。", en: "A count cannot be negative (\(number)).")
        case .notWhole(let number):
            BilingualText(
                ja: "件数や人数の列に整数でない数(\(number))があります。", en: "A count must be a whole number (\(number)).")
        case .footnoteMark(let mark, let number):
            BilingualText(
                ja: "数値 \(number) に注記の印「\(mark)」が付いています。",
                en: "The number \(number) carries a footnote mark, \"\(mark)\".")
        case .brackets(let number):
            BilingualText(
                ja: "数値 \(number) が括弧に入っています。負の数か、内数か、決められません。",
                en: "The number \(number) stands in brackets: a negative number, or a part of another?")
        case .missing:
            BilingualText(ja: "値が入力されていません。", en: "The value is missing.")
        case .tooLarge:
            BilingualText(ja: "数値の桁数が多すぎます。", en: "The number has too many digits.")
        case .unknownSymbol(let symbol):
            BilingualText(
                ja: "記号「\(symbol)」の意味がプロファイルに書かれていません。",
                en: "The profile does not say what the symbol \"\(symbol)\" means.")
        }
    }

    /// What to do about it.
    var remedy: BilingualText {
        switch self {
        case .unreadable(.looksLike(let number)):
            BilingualText(
                ja: "\(number) の入力誤りのようです(英字の O や l が混ざっています)。元の資料を確かめて直してください。",
                en: "It looks like \(number) with a letter O or l typed for a digit; check the source and correct it.")
        case .unreadable(.exponent):
            BilingualText(
                ja: "表計算ソフトの指数表示で、下の桁が失われています。列の表示形式を「数値」にして保存し直してください。",
                en: "A spreadsheet shortened it and lost its last digits; format the column as a number and save again."
            )
        case .unreadable(.spreadsheetError):
            BilingualText(
                ja: "表計算ソフトのエラー表示です。元の表の数式や列の幅を直して保存し直してください。",
                en: "It is a spreadsheet's error; mend the formula or the column's width and save again.")
        case .unreadable(nil):
            BilingualText(
                ja: "1,234 のような数値だけを入力し、説明は備考欄に移してください。",
                en: "Write the number alone, such as 1,234, and move any remark to a column of its own.")
        case .damagedSeparator:
            BilingualText(
                ja: "元の資料の数値を確かめ、区切りなしか、3桁ごとの半角カンマで入力してください。",
                en: "Check the source and write it without separators, or with a comma every three digits.")
        case .negative:
            BilingualText(
                ja: "増減の列ではないか、括弧書きが内数ではないかを確かめてください。負の数がありうる列なら、プロファイルで許可してください。",
                en:
                    "Check that this is not a column of changes and that brackets do not mean a part; if negative numbers are possible here, let the profile allow them."
            )
        case .notWhole:
            BilingualText(
                ja: "千人・万人などの単位の表なら、プロファイルに単位の倍率を書いてください。小数がありうる列なら、プロファイルで許可してください。",
                en:
                    "If the table counts in thousands, give the profile its scale; if fractions are possible here, let the profile allow them."
            )
        case .footnoteMark:
            BilingualText(
                ja: "印を消すか、プロファイルで注記の印を許可してください(印を除いて読み取ります)。",
                en: "Remove the mark, or let the profile allow footnote marks; they are then dropped.")
        case .brackets:
            BilingualText(
                ja: "プロファイルの brackets に negative(負の数)、part(内数)、number(ただの数)のどれかを書いてください。",
                en: "Say under brackets in the profile: negative, part (of another number) or number.")
        case .missing:
            BilingualText(
                ja: "値を入力するか、空欄の意味(未報告、0 など)をプロファイルに書いてください。",
                en: "Enter the value, or say in the profile what an empty cell means (not reported, zero).")
        case .tooLarge:
            BilingualText(
                ja: "隣のセルとつながっていないか、元の資料を確かめてください。",
                en: "Check the source; two cells may have run together.")
        case .unknownSymbol(let symbol):
            BilingualText(
                ja:
                    "プロファイルの symbols に「\(symbol)」の意味を書いてください。例: \"\(symbol)\": not-surveyed(ほかに not-reported、suppressed、not-applicable、below-unit、zero)。",
                en:
                    "Declare it under symbols in the profile, for example \"\(symbol)\": not-surveyed (or not-reported, suppressed, not-applicable, below-unit, zero)."
            )
        }
    }
}

extension NumberNotice {
    /// What is worth knowing, in one sentence.
    var message: BilingualText {
        switch self {
        case .approximate:
            BilingualText(ja: "「約」の付いた概数です。", en: "The number is stated as approximate.")
        case .footnoteMarkDropped(let mark):
            BilingualText(
                ja: "注記の印「\(mark)」を除いて読み取りました。", en: "The footnote mark \"\(mark)\" was dropped.")
        case .ownScale(let cell, let column):
            BilingualText(
                ja: "列の単位(\(column.rawValue))ではなく、セルに書かれた単位(\(cell.rawValue))で読み取りました。",
                en: "The cell's own scale (×\(cell.factor)) was used, not the column's (×\(column.factor)).")
        }
    }
}
