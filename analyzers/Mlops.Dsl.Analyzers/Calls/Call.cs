namespace Mlops.Dsl.Analyzers.Calls;

/// <summary>Something of the compilation's own source that a body runs.</summary>
/// <param name="Target">
/// A method, accessor or constructor; a field or property whose initializer runs; or a type, for what runs before its first use: static
/// constructor and static initializers.
/// </param>
/// <param name="IsExact">False if an override or implementation may run instead.</param>
/// <param name="IsGuarded">In a library that is compiled along: whether it runs only as long as a static place is empty, to make what that
/// keeps.</param>
internal readonly record struct Call(Member Target, bool IsExact, bool IsGuarded);
