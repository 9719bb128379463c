package app.countersign.measure;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class EvidenceKindConverter implements AttributeConverter<EvidenceKind, String> {

    @Override
    public String convertToDatabaseColumn(EvidenceKind constant) {
        return KebabCase.of(constant);
    }

    @Override
    public EvidenceKind convertToEntityAttribute(String word) {
        return KebabCase.read(EvidenceKind.class, word);
    }
}
