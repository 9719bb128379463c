package app.countersign.inquiry;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class InquiryStateConverter implements AttributeConverter<InquiryState, String> {

    @Override
    public String convertToDatabaseColumn(InquiryState constant) {
        return KebabCase.of(constant);
    }

    @Override
    public InquiryState convertToEntityAttribute(String word) {
        return KebabCase.read(InquiryState.class, word);
    }
}
