using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>A codec class to emit for one closed type.</summary>
/// <param name="HintName">The generated file's name: unique in the assembly.</param>
/// <param name="Home">Where the class is declared.</param>
/// <param name="ClassName">The class's name.</param>
/// <param name="Type">The encoded type, as code writes it.</param>
/// <param name="DisplayType">The encoded type, as a person writes it.</param>
/// <param name="MembersAreReadOnly">Whether an object can't be changed once it is made.</param>
/// <param name="MayChangeValues">Whether an object that is made again may differ from the one that was stored.</param>
/// <param name="Members">The members, in the order in which they are written.</param>
/// <param name="ConstructorArguments">The positions of the members that the constructor takes, in the order of its parameters.</param>
/// <param name="InitializedMembers">The positions of the members that are set after the constructor.</param>
/// <param name="Cases">The types that derive from an abstract one, which is then encoded as its case; otherwise none.</param>
internal sealed record CodecModel(
    string HintName,
    CodecHome Home,
    string ClassName,
    string Type,
    string DisplayType,
    bool MembersAreReadOnly,
    bool MayChangeValues,
    EquatableArray<CodecMember> Members,
    EquatableArray<int> ConstructorArguments,
    EquatableArray<int> InitializedMembers,
    EquatableArray<CodecCase> Cases
);

/// <summary>A member of an encoded type.</summary>
/// <param name="Name">The name, as code writes it.</param>
/// <param name="Type">The type, as code writes it.</param>
/// <param name="Codec">The expression that makes its codec.</param>
/// <param name="Scalar">For types that the writer and reader know themselves, what their methods' names end in; otherwise null.</param>
/// <param name="IsPlainReference">Whether it is a reference that is declared, and checked here, never to be null.</param>
internal sealed record CodecMember(string Name, string Type, string Codec, string? Scalar, bool IsPlainReference);

/// <summary>A type that derives from an encoded abstract one.</summary>
/// <param name="Type">The type, as code writes it.</param>
/// <param name="Name">The type's name without its surroundings.</param>
/// <param name="Codec">The expression that makes its codec.</param>
internal sealed record CodecCase(string Type, string Name, string Codec);
