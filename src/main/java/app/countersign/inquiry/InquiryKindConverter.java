package app.countersign.inquiry;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class InquiryKindConverter implements AttributeConverter<InquiryKind, String> {

    @Override
    public String convertToDatabaseColumn(InquiryKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public InquiryKind convertToEntityAttribute(String word) {
        return KebabCase.read(InquiryKind.class, word);
    }
}
