using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.CodeFixes.Infrastructure;

/// <summary>An edit that a fix offers. What the node becomes is computed only when the user asks for it.</summary>
/// <param name="Title">What the user reads, and what tells the edits of one fix apart.</param>
/// <param name="Node">What is replaced.</param>
/// <param name="By">Gives what stands there afterwards.</param>
internal sealed record Replacement(string Title, SyntaxNode Node, Func<SyntaxNode> By);
