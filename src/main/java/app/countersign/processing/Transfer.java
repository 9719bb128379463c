package app.countersign.processing;

import app.countersign.kernel.Country;
import app.countersign.subprocessor.Engagement;
import app.countersign.subprocessor.Placing;

/**
 * That data leaves the area of the law under which it is processed (Art. 30(2)(c) GDPR, Art. 12(2)(g) FADP).
 *
 * @param seat whether it is the recipient's seat only, from which data can be reached
 * @param placing on what it stands by law
 */
public record Transfer(Engagement engagement, Country country, boolean seat, Placing placing) {}
