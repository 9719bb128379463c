package app.countersign.retention;

import app.countersign.kernel.Invalid;
import app.countersign.kernel.Reason;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a rule can't say of files: then nothing is deleted. */
final class FolderDoubts {

    /** A file tells one time: when its content was written last. */
    static final String AGE = "modified";

    private FolderDoubts() {}

    /** Each beside the field where it was typed. */
    private static Map<String, Reason> complaints(RuleDetails rule) {
        Map<String, Reason> complaints = new LinkedHashMap<>();
        if (FilePattern.of(rule.table()).isEmpty()) {
            complaints.put("table", Reason.of("retention.complaint.pattern"));
        }
        if (!rule.since().isByRow()) {
            complaints.put("since", Reason.of("retention.complaint.files-since"));
        } else if (!rule.ageColumn().equals(AGE)) {
            complaints.put("ageColumn", Reason.of("retention.complaint.files-age", AGE));
        }
        if (rule.fate() != Fate.DELETE) {
            complaints.put("fate", Reason.of("retention.complaint.files-fate"));
        }
        Reason none = Reason.of("retention.complaint.files-columns");
        if (!rule.conditions().isEmpty()) {
            complaints.put("conditions", none);
        }
        if (!rule.controllerColumn().isEmpty()) {
            complaints.put("controllerColumn", none);
        }
        if (!rule.subjectColumn().isEmpty()) {
            complaints.put("subjectColumn", none);
        }
        return complaints;
    }

    /** @throws Invalid with all complaints */
    static void require(RuleDetails rule) {
        Map<String, Reason> complaints = complaints(rule);
        if (!complaints.isEmpty()) {
            throw new Invalid(complaints);
        }
    }

    /** @throws Trouble with the first one */
    static FilePattern clear(Errand errand) throws Trouble {
        for (Reason complaint : complaints(errand.rule()).values()) {
            throw new Trouble(complaint);
        }
        for (Held held : errand.holds()) {
            if (held.person().isPresent()) {
                throw Trouble.because("retention.doubt.hold-person");
            }
            if (!held.tenants().isEmpty()) {
                throw Trouble.because("retention.doubt.hold-controller");
            }
        }
        return FilePattern.of(errand.rule().table()).orElseThrow();
    }
}
