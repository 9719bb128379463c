package app.countersign.bench;

import java.util.List;

/** Something that is measured, in one line or several. */
interface Figure {

    /** What {@code -Dbench=} calls it. */
    String name();

    List<Line> measure() throws Exception;

    /**
     * A comparison.
     *
     * @param value of what is measured, in the unit
     * @param base of what it is compared with
     * @param aim what the ratio of the two should be
     */
    record Line(String what, String unit, double value, double base, String aim) {

        double ratio() {
            return value / base;
        }
    }
}
