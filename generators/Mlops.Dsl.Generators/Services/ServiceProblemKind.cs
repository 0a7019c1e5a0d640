using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Generators.Services;

/// <summary>What can be wrong with a service. The analyzers give each kind its diagnostic.</summary>
internal enum ServiceProblemKind
{
    /// <summary>A method's types are not those of the model that it names.</summary>
    DoesNotFit,

    /// <summary>A request would have to tell the label.</summary>
    LabelInRequest,

    /// <summary>A method names nothing that a pipeline publishes.</summary>
    NoPublication,

    /// <summary>A service or a method is declared as none can be.</summary>
    InvalidDeclaration,
}

/// <summary>Takes what is wrong with a service.</summary>
/// <param name="kind">What kind of problem it is.</param>
/// <param name="location">Where the user has to look.</param>
/// <param name="sentence">What is wrong and what to do, as a sentence without its end.</param>
internal delegate void ServiceProblemSink(ServiceProblemKind kind, Location? location, string sentence);
