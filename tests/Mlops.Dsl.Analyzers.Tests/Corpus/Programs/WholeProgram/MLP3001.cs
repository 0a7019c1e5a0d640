//# fault: a file goes to another stage by its name, and becomes an artifact there alone
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    {|MLP3001:File.WriteAllText("count.txt", "3")|};
    return docs.Count;
}

[Stage]
public FileArtifact Keep(int count) => {|MLP3002:FileArtifact.FromPath("count.txt")|};
