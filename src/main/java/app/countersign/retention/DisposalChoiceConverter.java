package app.countersign.retention;

import app.countersign.kernel.KebabCase;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps it in kebab case. */
@Converter(autoApply = true)
public class DisposalChoiceConverter implements AttributeConverter<DisposalChoice, String> {

    @Override
    public String convertToDatabaseColumn(DisposalChoice constant) {
        return KebabCase.of(constant);
    }

    @Override
    public DisposalChoice convertToEntityAttribute(String word) {
        return KebabCase.read(DisposalChoice.class, word);
    }
}
