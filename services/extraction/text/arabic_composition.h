// Canonical composition of Arabic letters with the hamza and madda written above or below them.

#ifndef ISNAD_SERVICES_EXTRACTION_TEXT_ARABIC_COMPOSITION_H_
#define ISNAD_SERVICES_EXTRACTION_TEXT_ARABIC_COMPOSITION_H_

namespace isnad::extraction {

// Takes the marks behind one letter in text order and tells which letter normalisation form C makes
// of them. Exactly the canonical ordering and composition of Unicode 15 for marks of U+0600-06FF; a
// value, cheap to make for every letter.
class ArabicComposition {
 public:
  // A letter that is composed already counts as its parts.
  explicit ArabicComposition(char32_t letter) : letter_(letter) {
    if (letter < 0x0622 || letter > 0x06D3) return;
    switch (letter) {
      case 0x0622:
        Split(0x0627, 0x0653);
        return;
      case 0x0623:
        Split(0x0627, 0x0654);
        return;
      case 0x0624:
        Split(0x0648, 0x0654);
        return;
      case 0x0625:
        Split(0x0627, 0x0655);
        return;
      case 0x0626:
        Split(0x064A, 0x0654);
        return;
      case 0x06C0:
        Split(0x06D5, 0x0654);
        return;
      case 0x06C2:
        Split(0x06C1, 0x0654);
        return;
      case 0x06D3:
        Split(0x06D2, 0x0654);
        return;
      default:
        return;
    }
  }

  // `mark` is an Arabic mark (see script.h).
  void Add(char32_t mark) {
    if (mark < 0x0653 || mark > 0x0655) {
      if (IsBelow(mark)) blocked_below_ = true;
      if (IsAbove(mark)) blocked_above_ = true;
      return;
    }
    if (mark == 0x0655) {
      if (!blocked_below_) below_ = true;
      blocked_below_ = true;
    } else {
      if (!blocked_above_) above_ = mark;
      blocked_above_ = true;
    }
  }

  // A mark of another script between them, by its canonical combining class.
  void AddForeign(int combining_class) {
    if (combining_class == 0 || combining_class == 220) blocked_below_ = true;
    if (combining_class == 0 || combining_class == 230) blocked_above_ = true;
  }

  // The composed letter; the letter itself when nothing composes.
  char32_t Letter() const {
    if (below_ && letter_ == 0x0627) return 0x0625;
    if (above_ == 0x0653) return letter_ == 0x0627 ? 0x0622 : letter_;
    if (above_ != 0x0654) return letter_;
    switch (letter_) {
      case 0x0627:
        return 0x0623;
      case 0x0648:
        return 0x0624;
      case 0x064A:
        return 0x0626;
      case 0x06D5:
        return 0x06C0;
      case 0x06C1:
        return 0x06C2;
      case 0x06D2:
        return 0x06D3;
      default:
        return letter_;
    }
  }

 private:
  void Split(char32_t letter, char32_t mark) {
    letter_ = letter;
    Add(mark);
  }

  // Canonical combining class 220: stands before the hamza below in canonical order if it does in
  // the text.
  static bool IsBelow(char32_t mark) {
    return mark == 0x0656 || mark == 0x065C || mark == 0x065F || mark == 0x06E3 || mark == 0x06EA ||
           mark == 0x06ED;
  }
  // Canonical combining class 230.
  static bool IsAbove(char32_t mark) {
    return (mark >= 0x0610 && mark <= 0x0617) || (mark >= 0x0657 && mark <= 0x065B) ||
           mark == 0x065D || mark == 0x065E || (mark >= 0x06D6 && mark <= 0x06DC) ||
           (mark >= 0x06DF && mark <= 0x06E2) || mark == 0x06E4 || mark == 0x06E7 ||
           mark == 0x06E8 || mark == 0x06EB || mark == 0x06EC;
  }

  char32_t letter_;
  char32_t above_ = 0;
  bool below_ = false;
  bool blocked_above_ = false;
  bool blocked_below_ = false;
};

}  // namespace isnad::extraction

#endif  // ISNAD_SERVICES_EXTRACTION_TEXT_ARABIC_COMPOSITION_H_
