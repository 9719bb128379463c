package app.countersign.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Who signed for the processor: as that person was called on that day, whatever becomes of the signatory later. */
@Embeddable
public class ProcessorSignature {

    @Column(name = "processor_account")
    private String accountName;

    @Column(name = "processor_person")
    private String person;

    @Column(name = "processor_position")
    private String position;

    @Column(name = "processor_place")
    private String place;

    @Column(name = "processor_signed_on")
    private LocalDate signedOn;

    protected ProcessorSignature() {}

    ProcessorSignature(Signatory signatory, LocalDate signedOn) {
        this.accountName = signatory.accountName();
        this.person = signatory.person();
        this.position = signatory.position();
        this.place = signatory.place();
        this.signedOn = signedOn;
    }

    /**
     * On a paper that was signed elsewhere, by somebody who may have no account.
     *
     * @param position and place may be empty
     */
    ProcessorSignature(String person, String position, String place, LocalDate signedOn) {
        this.person = person;
        this.position = position;
        this.place = place;
        this.signedOn = signedOn;
    }

    /** Null for a paper that was signed elsewhere. */
    public String accountName() {
        return accountName;
    }

    public String person() {
        return person;
    }

    public String position() {
        return position;
    }

    public String place() {
        return place;
    }

    /** In the processor's zone. Null where a paper that was signed elsewhere says no day. */
    public LocalDate signedOn() {
        return signedOn;
    }
}
