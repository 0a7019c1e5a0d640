using Mlops.Dsl.Generators.Codecs;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Incrementality;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Rows;

/// <summary>A row type, a view of one, or a prediction.</summary>
/// <param name="HintName">The name of the generated file with its schema.</param>
/// <param name="Home">The row type itself, to be extended.</param>
/// <param name="DisplayType">The row type, as a person writes it.</param>
/// <param name="Implements">The interface that the generator implements.</param>
/// <param name="Columns">The columns, in declaration order.</param>
/// <param name="Codec">The expression of its codec; null where a column has none.</param>
/// <param name="CodecProblem">Why there is no codec.</param>
/// <param name="CodecClasses">The codec classes of the row and of the types that it is made of.</param>
/// <param name="Creation">How a row is made of its columns.</param>
/// <param name="View">What a view is of; null for other types.</param>
/// <param name="HasSchemaProperty">Whether the name <c>Schema</c> is free.</param>
/// <param name="HasColumnsClass">Whether the name <c>Columns</c> is free.</param>
/// <param name="DependsOnBodies">Whether more than declarations was read, so that it has to be read again after every edit.</param>
internal sealed record RowModel(
    string HintName,
    CodecHome Home,
    string DisplayType,
    string Implements,
    EquatableArray<ColumnModel> Columns,
    string? Codec,
    string? CodecProblem,
    EquatableArray<CodecModel> CodecClasses,
    RowCreation Creation,
    ViewModel? View,
    bool HasSchemaProperty,
    bool HasColumnsClass,
    bool DependsOnBodies
) : IRemembered;
