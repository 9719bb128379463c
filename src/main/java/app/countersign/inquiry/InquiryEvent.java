package app.countersign.inquiry;

import app.countersign.kernel.DomainEvent;
import app.countersign.kernel.KebabCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happens to an inquiry. Facts say neither who asks nor whom it is about. */
public sealed interface InquiryEvent extends DomainEvent {

    UUID ofProcessor();

    String cited();

    @Override
    default String objectKind() {
        return Inquiries.KIND;
    }

    @Override
    default Optional<String> clause() {
        return Optional.of(cited());
    }

    @Override
    default Optional<UUID> processor() {
        return Optional.of(ofProcessor());
    }

    record InquiryRecorded(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements InquiryEvent {}

    record InquiryExtended(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements InquiryEvent {}

    record InquiryAnswered(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts)
            implements InquiryEvent {}

    /** How an event of an inquiry is made. */
    interface Kind {
        InquiryEvent of(UUID objectId, UUID ofProcessor, String cited, Map<String, Object> facts);
    }

    static InquiryEvent of(Kind kind, Inquiry inquiry, Map<String, Object> more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", inquiry.number());
        facts.put("kind", KebabCase.of(inquiry.kind()));
        if (!inquiry.contractNumber().isEmpty()) {
            facts.put("contract", inquiry.contractNumber());
        }
        facts.putAll(more);
        return kind.of(inquiry.id(), inquiry.processorId(), inquiry.clause(), facts);
    }
}
